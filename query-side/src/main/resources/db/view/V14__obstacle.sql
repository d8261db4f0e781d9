create table view.obstacle (
  id            text collate "C" not null primary key,
  plan          text collate "C" not null,
  document      text not null,
  task          text collate "C",
  agency        text collate "C" not null,
  title         text not null,
  detail        text,
  raised_on     date not null,
  focal         text collate "C",
  holder        text collate "C" not null,
  path          jsonb not null, -- codes of the agencies that it came to
  state         text not null,
  answer        text,
  remains       text,
  folded        text generated always as (view.fold(document || ' ' || title)) stored,
  from_position bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.obstacle (plan, raised_on desc, id);
create index on view.obstacle (agency);
create index on view.obstacle (task);
create index on view.obstacle using gin (path);

create table view.obstacle_history (like view.obstacle, upto_position bigint not null, primary key (id, from_position))
  with (autovacuum_vacuum_insert_scale_factor = 0.05);

create view view.obstacle_version as
  select *, 9223372036854775807 as upto_position from view.obstacle union all select * from view.obstacle_history;
