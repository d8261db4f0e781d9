-- What all that follows from one decision has in common: an amendment and what it made of each duty.
alter table view.move add column chain text collate "C";
update view.move m set chain = h.correlation from view.history_entry h where h.position = m.position;
create index on view.move (chain);
