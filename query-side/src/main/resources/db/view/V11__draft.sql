create table view.draft (
  id            text collate "C" not null primary key,
  key           text not null,
  issuer        text collate "C" not null,
  focal         text collate "C",
  title         text,
  content       jsonb not null,
  status        text not null,
  missing       jsonb not null,
  returned_for  text,
  issued_as     text collate "C",
  document      text,
  folded        text generated always as (view.fold(key || ' ' || coalesce(title, ''))) stored,
  from_position bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.draft (issuer);
create index on view.draft (focal);

create table view.draft_history (like view.draft, upto_position bigint not null, primary key (id, from_position))
  with (autovacuum_vacuum_insert_scale_factor = 0.05);

create view view.draft_version as
  select *, 9223372036854775807 as upto_position from view.draft union all select * from view.draft_history;
