-- How a value was held against what was promised first.
drop view view.target_version;

alter table view.target add column original_comparison text;
alter table view.target_history add column original_comparison text;

create temporary table first_promise as
  select distinct on (id) id, comparison from (
    select id, comparison, from_position from view.target
    union all select id, comparison, from_position from view.target_history) version
   order by id, from_position;
update view.target t set original_comparison = f.comparison from first_promise f where f.id = t.id;
update view.target_history t set original_comparison = f.comparison from first_promise f where f.id = t.id;
drop table first_promise;

alter table view.target alter column original_comparison set not null;
alter table view.target_history alter column original_comparison set not null;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.target_history rename column upto_position to upto;
alter table view.target_history add column upto_position bigint;
update view.target_history set upto_position = upto;
alter table view.target_history drop column upto, alter column upto_position set not null;

create view view.target_version as
  select *, 9223372036854775807 as upto_position from view.target union all select * from view.target_history;
