-- Which try at a roll-out it is: only the latest one writes how far it has come.
alter table command.roll_out add column tries integer not null default 0;
