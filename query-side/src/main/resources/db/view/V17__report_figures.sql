-- What a report states in figures.
drop view view.report_version;

alter table view.report add column form jsonb not null default '[]', add column figures jsonb not null default '[]';
alter table view.report alter column form drop default, alter column figures drop default;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.report_history
  add column form jsonb not null default '[]', add column figures jsonb not null default '[]';
alter table view.report_history alter column form drop default, alter column figures drop default;
alter table view.report_history rename column upto_position to upto;
alter table view.report_history add column upto_position bigint;
update view.report_history set upto_position = upto;
alter table view.report_history drop column upto, alter column upto_position set not null;
create index on view.report_history (plan, upto_position, from_position);
create index on view.report_history (agency, upto_position, from_position);

create view view.report_version as
  select *, 9223372036854775807 as upto_position from view.report union all select * from view.report_history;
