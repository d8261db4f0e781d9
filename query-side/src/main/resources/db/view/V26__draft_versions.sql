-- How often a draft was written.
drop view view.draft_version;

alter table view.draft add column version integer;
update view.draft d set version = (
  select count(*) from view.history_entry h
   where h.subject = d.id and h.name in ('plan-drafted', 'plan-revised') and h.position <= d.from_position);
alter table view.draft alter column version set not null;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.draft_history add column version integer;
update view.draft_history d set version = (
  select count(*) from view.history_entry h
   where h.subject = d.id and h.name in ('plan-drafted', 'plan-revised') and h.position <= d.from_position);
alter table view.draft_history alter column version set not null;
alter table view.draft_history rename column upto_position to upto;
alter table view.draft_history add column upto_position bigint;
update view.draft_history set upto_position = upto;
alter table view.draft_history drop column upto, alter column upto_position set not null;

create view view.draft_version as
  select *, 9223372036854775807 as upto_position from view.draft union all select * from view.draft_history;
