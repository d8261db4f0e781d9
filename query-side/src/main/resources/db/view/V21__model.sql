create table view.model (
  id            text collate "C" not null primary key,
  plan          text collate "C" not null,
  document      text not null,
  agency        text collate "C" not null,
  year          int not null,
  title         text not null,
  field         text,
  task          text collate "C",
  origin        text collate "C",
  issuer        text collate "C" not null,
  focal         text collate "C",
  registered_on date not null,
  state         text not null,
  result        text,
  assessment    text,
  proposed_to   text collate "C",
  awards        jsonb not null,
  copies        jsonb not null,
  folded        text generated always as (view.fold(document || ' ' || title)) stored,
  from_position bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.model (plan, registered_on desc, id);
create index on view.model (agency);

create table view.model_history (like view.model, upto_position bigint not null, primary key (id, from_position))
  with (autovacuum_vacuum_insert_scale_factor = 0.05);

create view view.model_version as
  select *, 9223372036854775807 as upto_position from view.model union all select * from view.model_history;
