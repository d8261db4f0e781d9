create table view.report (
  id            text collate "C" not null primary key,
  plan          text collate "C" not null,
  document      text not null,
  rule          text not null,
  title         text not null,
  agency        text collate "C" not null,
  period        text not null,
  period_from   date not null,
  period_to     date not null,
  due           date,
  addressees    jsonb not null,
  channel       text collate "C",
  issuer        text collate "C" not null,
  focal         text collate "C",
  state         text not null,
  content       text,
  handed_in_on  date,
  return_reason text,
  open          boolean not null,
  folded        text generated always as (view.fold(document || ' ' || title)) stored,
  from_position bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.report (plan, due, id);
create index on view.report (agency, due) where open;
create index on view.report (agency);
create index on view.report (issuer);
create index on view.report using gin (addressees jsonb_path_ops);
create index on view.report using gin (folded public.gin_trgm_ops);

create table view.report_history (like view.report, upto_position bigint not null, primary key (id, from_position))
  with (autovacuum_vacuum_insert_scale_factor = 0.05);
create index on view.report_history (plan, upto_position, from_position);
create index on view.report_history (agency, upto_position, from_position);

create view view.report_version as
  select *, 9223372036854775807 as upto_position from view.report union all select * from view.report_history;
