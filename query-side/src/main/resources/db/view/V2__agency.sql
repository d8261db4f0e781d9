create table view.agency (
  code          text collate "C" not null primary key,
  name          text not null,
  kind          text not null,
  level         text not null,
  superior      text collate "C",
  valid_from    date not null,
  valid_to      date,
  official_code text,
  folded        text generated always as (view.fold(code || ' ' || name)) stored,
  from_position bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.agency (superior);

create table view.agency_history (like view.agency, upto_position bigint not null, primary key (code, from_position))
  with (autovacuum_vacuum_insert_scale_factor = 0.05);

create view view.agency_version as
  select *, 9223372036854775807 as upto_position from view.agency union all select * from view.agency_history;
