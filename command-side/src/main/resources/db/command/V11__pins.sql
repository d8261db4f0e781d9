-- Which workflow tables a plan was issued under stands in the record of its issue; the clock asks them nothing.
alter table command.pinned_plan drop column workflows;
