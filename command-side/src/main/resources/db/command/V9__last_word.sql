-- Up to which position of the log each row is told: what is read again changes nothing, not even for a moment.
alter table command.due_moment add column position bigint not null default 0;
alter table command.own_plan_task add column position bigint not null default 0;
alter table command.pinned_plan add column position bigint not null default 0;
