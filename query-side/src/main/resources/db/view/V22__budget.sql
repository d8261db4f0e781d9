create table view.budget (
  id              text collate "C" not null primary key,
  plan            text collate "C" not null,
  document        text not null,
  item            text,
  agency          text collate "C" not null,
  source          text not null,
  basis           text not null,
  issuer          text collate "C" not null,
  focal           text collate "C",
  allocated_on    date not null,
  original_amount bigint not null, -- đồng, as all amounts
  amount          bigint not null,
  changes         int not null,
  disbursed       bigint not null,
  disbursements   jsonb not null,
  folded          text generated always as (view.fold(document || ' ' || source)) stored,
  from_position   bigint not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index on view.budget (plan, allocated_on desc, id);
create index on view.budget (agency);

create table view.budget_history (like view.budget, upto_position bigint not null, primary key (id, from_position))
  with (autovacuum_vacuum_insert_scale_factor = 0.05);

create view view.budget_version as
  select *, 9223372036854775807 as upto_position from view.budget union all select * from view.budget_history;
