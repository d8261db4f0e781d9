-- Planned inspections, their teams, what broke a rule, how an inspection ended.
drop view view.inspection_version;

alter table view.inspection
  add column planned_on date,
  add column team       jsonb not null default '[]',
  add column violations jsonb not null default '[]',
  add column issuer     text collate "C",
  add column note       text,
  add column conclusion text;
alter table view.inspection alter column happened_on drop not null;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.inspection_history
  add column planned_on date,
  add column team       jsonb not null default '[]',
  add column violations jsonb not null default '[]',
  add column issuer     text collate "C",
  add column note       text,
  add column conclusion text;
alter table view.inspection_history alter column happened_on drop not null;
alter table view.inspection_history rename column upto_position to upto;
alter table view.inspection_history add column upto_position bigint;
update view.inspection_history set upto_position = upto;
alter table view.inspection_history drop column upto, alter column upto_position set not null;

create view view.inspection_version as
  select *, 9223372036854775807 as upto_position from view.inspection
  union all select * from view.inspection_history;
