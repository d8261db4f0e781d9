-- What became of a plan after its issue: its versions, its reviews, the plan that took its place.
drop view view.plan_version;

alter table view.plan
  add column versions jsonb not null default '[]',
  add column reviews jsonb not null default '[]',
  add column superseded_by text collate "C";
update view.plan set versions = jsonb_build_array(jsonb_build_object(
  'version', 1, 'from', issue_date, 'reason', null, 'basis', null, 'changes', '[]'::jsonb));

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.plan_history
  add column versions jsonb not null default '[]',
  add column reviews jsonb not null default '[]',
  add column superseded_by text collate "C";
alter table view.plan_history rename column upto_position to upto;
alter table view.plan_history add column upto_position bigint;
update view.plan_history set upto_position = upto;
alter table view.plan_history drop column upto, alter column upto_position set not null;

create view view.plan_version as
  select *, 9223372036854775807 as upto_position from view.plan union all select * from view.plan_history;
