create table view.inspection (
  id              text collate "C" not null primary key,
  plan            text collate "C" not null,
  document        text not null,
  inspector       text collate "C" not null,
  unit            text collate "C" not null,
  happened_on     date not null,
  basis           text,
  findings        jsonb not null,
  recommendations jsonb not null,
  focal           text collate "C",
  state           text not null,
  folded          text generated always as (view.fold(document || ' ' || findings::text)) stored,
  from_position   bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.inspection (plan, happened_on desc, id);
create index on view.inspection (unit);
create index on view.inspection (inspector);

create table view.inspection_history (
  like view.inspection, upto_position bigint not null, primary key (id, from_position)
) with (autovacuum_vacuum_insert_scale_factor = 0.05);

create view view.inspection_version as
  select *, 9223372036854775807 as upto_position from view.inspection
  union all select * from view.inspection_history;
