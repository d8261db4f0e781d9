create table view.consolidation (
  id            text collate "C" not null primary key,
  plan          text collate "C" not null,
  document      text not null,
  rule          text not null,
  title         text not null,
  period        text not null,
  channel       text collate "C" not null,
  addressees    jsonb not null, -- codes of the agencies that it is for
  form          jsonb not null,
  came_in       jsonb not null,
  missing       jsonb not null,
  computed      jsonb not null,
  figures       jsonb not null,
  content       text,
  state         text not null,
  prepared_on   date not null,
  forwarded_on  date,
  return_reason text,
  folded        text generated always as (view.fold(document || ' ' || title)) stored,
  from_position bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.consolidation (plan, prepared_on desc, id);
create index on view.consolidation (channel);
create index on view.consolidation using gin (addressees);

create table view.consolidation_history (
  like view.consolidation, upto_position bigint not null, primary key (id, from_position)
) with (autovacuum_vacuum_insert_scale_factor = 0.05);

create view view.consolidation_version as
  select *, 9223372036854775807 as upto_position from view.consolidation
  union all select * from view.consolidation_history;
