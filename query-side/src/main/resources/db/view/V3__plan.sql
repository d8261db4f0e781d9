create table view.plan (
  id              text collate "C" not null primary key,
  kind            text not null,
  number          text not null,
  symbol          text not null,
  document        text not null,
  issue_date      date not null,
  issuer          text collate "C" not null,
  title           text not null,
  place           text,
  signer          jsonb,
  period_from     date,
  period_to       date,
  focal           text collate "C",
  parent          text collate "C",
  status          text not null,
  version         integer not null,
  items           jsonb not null,
  assignments     jsonb not null,
  reporting_rules jsonb not null,
  targets         jsonb not null,
  legal_bases     jsonb not null,
  recipients      jsonb not null,
  folded          text generated always as (view.fold(document || ' ' || title)) stored,
  from_position   bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.plan (issue_date desc, id);
create index on view.plan (issuer);
create index on view.plan (focal);
create index on view.plan (parent);
create index on view.plan using gin (folded public.gin_trgm_ops);

create table view.plan_history (like view.plan, upto_position bigint not null, primary key (id, from_position))
  with (autovacuum_vacuum_insert_scale_factor = 0.05);

create view view.plan_version as
  select *, 9223372036854775807 as upto_position from view.plan union all select * from view.plan_history;
