-- Who is to be measured; null if the target does not say.
drop view view.target_version;

alter table view.target add column agencies jsonb;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.target_history add column agencies jsonb;
alter table view.target_history rename column upto_position to upto;
alter table view.target_history add column upto_position bigint;
update view.target_history set upto_position = upto;
alter table view.target_history drop column upto, alter column upto_position set not null;

create view view.target_version as
  select *, 9223372036854775807 as upto_position from view.target union all select * from view.target_history;
