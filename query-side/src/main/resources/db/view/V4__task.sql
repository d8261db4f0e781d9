create table view.task (
  id             text collate "C" not null primary key,
  plan           text collate "C" not null,
  document       text not null,
  duty           text not null,
  item           text,
  title          text not null,
  agency         text collate "C" not null,
  roles          jsonb not null,
  request        boolean not null,
  partners       text,
  due            date,
  original_due   date,
  assigner       text collate "C" not null,
  focal          text collate "C",
  creates        text,
  inspection     text collate "C",
  progress       text not null,
  percent        integer not null,
  note           text,
  result         text,
  handed_in_on   date,
  return_reason  text,
  open           boolean not null, -- flips rarely: the only state that a partial index may name
  folded         text generated always as (view.fold(document || ' ' || title)) stored,
  from_position  bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
-- No index names progress, percent, position or another state: an update that touches an index is never HOT.
create index on view.task (plan, due, id);
create index on view.task (agency, due) where open;
create index on view.task (agency);
create index on view.task (assigner);
create index on view.task using gin (folded public.gin_trgm_ops);

create table view.task_history (like view.task, upto_position bigint not null, primary key (id, from_position))
  with (autovacuum_vacuum_insert_scale_factor = 0.05);
create index on view.task_history (plan, upto_position, from_position);
create index on view.task_history (agency, due, upto_position, from_position) where open;
create index on view.task_history (agency, upto_position, from_position);

create view view.task_version as
  select *, 9223372036854775807 as upto_position from view.task union all select * from view.task_history;
