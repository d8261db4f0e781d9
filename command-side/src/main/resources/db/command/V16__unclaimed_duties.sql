-- What was told last of agencies' ends when nobody was found who took over a part: it is looked at again after the next one.
alter table command.open_duty add column unclaimed_at bigint;

alter table command.agency_end add column position bigint not null default 0;
create index on command.agency_end (position);
