-- What a roll-out opened last: it is finished once all of that stands in the book of duties.
alter table command.roll_out add column last text[] collate "C" not null default '{}';
