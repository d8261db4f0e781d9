create table view.target (
  id               text collate "C" not null primary key,
  plan             text collate "C" not null,
  document         text not null,
  target           text not null,
  indicator        text not null,
  comparison       text not null,
  value            jsonb, -- a number, exactly as it was stated
  unit             text,
  by_when          date,
  original_value   jsonb,
  original_by_when date,
  changes          int not null,
  counts           text,
  issuer           text collate "C" not null,
  focal            text collate "C",
  state            text not null,
  measurements     jsonb not null,
  folded           text generated always as (view.fold(document || ' ' || indicator)) stored,
  from_position    bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.target (plan, target, id);

create table view.target_history (like view.target, upto_position bigint not null, primary key (id, from_position))
  with (autovacuum_vacuum_insert_scale_factor = 0.05);

create view view.target_version as
  select *, 9223372036854775807 as upto_position from view.target union all select * from view.target_history;
