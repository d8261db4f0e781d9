-- What the system went by when a plan was issued; null where its record does not tell.
drop view view.plan_version;

alter table view.plan add column rules_in_force jsonb;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.plan_history add column rules_in_force jsonb;
alter table view.plan_history rename column upto_position to upto;
alter table view.plan_history add column upto_position bigint;
update view.plan_history set upto_position = upto;
alter table view.plan_history drop column upto, alter column upto_position set not null;

create view view.plan_version as
  select *, 9223372036854775807 as upto_position from view.plan union all select * from view.plan_history;
