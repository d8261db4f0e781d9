-- How a duty was first charged with, and what its progress comes to in figures; of whom a target was first promised and
-- what it counted.
drop view view.task_version;
drop view view.target_version;

alter table view.task
  add column original_request boolean, add column original_creates text, add column figures jsonb not null default '[]';
alter table view.task_history
  add column original_request boolean, add column original_creates text, add column figures jsonb not null default '[]';

create temporary table first_words as
  select distinct on (id) id, request, creates from (
    select id, request, creates, from_position from view.task
    union all select id, request, creates, from_position from view.task_history) version
   order by id, from_position;
create index on first_words (id);
update view.task t set original_request = f.request, original_creates = f.creates from first_words f where f.id = t.id;
update view.task_history t set original_request = f.request, original_creates = f.creates from first_words f where f.id = t.id;
drop table first_words;

alter table view.task alter column original_request set not null;
alter table view.task_history alter column original_request set not null;

alter table view.target
  add column original_counts text, add column original_counts_from text, add column original_agencies jsonb;
alter table view.target_history
  add column original_counts text, add column original_counts_from text, add column original_agencies jsonb;

-- Until a target is changed, what it promises is what it promised first; successions show in its agencies.
update view.target set original_agencies = agencies where changes = 0;
update view.target_history set original_agencies = agencies where changes = 0;
create temporary table first_words as
  select distinct on (id) id, counts, counts_from, agencies from (
    select id, counts, counts_from, agencies, from_position from view.target where changes = 0
    union all select id, counts, counts_from, agencies, from_position from view.target_history where changes = 0) version
   order by id, from_position desc;
update view.target t set original_counts = f.counts, original_counts_from = f.counts_from from first_words f where f.id = t.id;
update view.target_history t set original_counts = f.counts, original_counts_from = f.counts_from from first_words f where f.id = t.id;
update view.target t set original_agencies = f.agencies from first_words f where f.id = t.id and t.changes > 0;
update view.target_history t set original_agencies = f.agencies from first_words f where f.id = t.id and t.changes > 0;
drop table first_words;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.task_history rename column upto_position to upto;
alter table view.task_history add column upto_position bigint;
update view.task_history set upto_position = upto;
alter table view.task_history drop column upto, alter column upto_position set not null;
create index on view.task_history (plan, upto_position, from_position);
create index on view.task_history (agency, due, upto_position, from_position) where open;
create index on view.task_history (agency, upto_position, from_position);
create index on view.task_history (plan, duty, upto_position, from_position);

alter table view.target_history rename column upto_position to upto;
alter table view.target_history add column upto_position bigint;
update view.target_history set upto_position = upto;
alter table view.target_history drop column upto, alter column upto_position set not null;

create view view.task_version as
  select *, 9223372036854775807 as upto_position from view.task union all select * from view.task_history;
create view view.target_version as
  select *, 9223372036854775807 as upto_position from view.target union all select * from view.target_history;
