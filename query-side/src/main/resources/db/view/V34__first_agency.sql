-- Who was first charged with a duty: not whom it was reassigned to, but whoever took over from an agency that is no more.
drop view view.task_version;

create temporary table moved as
  select subject as id, position, payload->>'predecessor' as predecessor, payload->>'successor' as successor,
         row_number() over (partition by subject order by position) as nth
    from view.history_entry where name = 'task-transferred';
create index on moved (id, nth);
create temporary table first_agency as
  with recursive held (id, agency, nth, from_position) as (
    select * from (
      select distinct on (id) id, agency, cast(0 as bigint), from_position from (
        select id, agency, from_position from view.task
        union all select id, agency, from_position from view.task_history) version
       order by id, from_position) beginning
    union all
    select h.id, case h.agency when m.predecessor then m.successor else h.agency end, m.nth, m.position
      from held h join moved m on m.id = h.id and m.nth = h.nth + 1)
  select id, agency, from_position from held;
create index on first_agency (id, from_position);
analyze first_agency;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.task add column original_agency text collate "C";
alter table view.task_history add column original_agency text collate "C";
alter table view.task_history rename column upto_position to upto;
alter table view.task_history add column upto_position bigint;

update view.task t set original_agency = (
  select f.agency from first_agency f
   where f.id = t.id and f.from_position <= t.from_position order by f.from_position desc limit 1);
update view.task_history t set upto_position = upto, original_agency = (
  select f.agency from first_agency f
   where f.id = t.id and f.from_position <= t.from_position order by f.from_position desc limit 1);
drop table first_agency;
drop table moved;

alter table view.task alter column original_agency set not null;
alter table view.task_history
  drop column upto, alter column upto_position set not null, alter column original_agency set not null;
create index on view.task_history (plan, upto_position, from_position);
create index on view.task_history (agency, due, upto_position, from_position) where open;
create index on view.task_history (agency, upto_position, from_position);
create index on view.task_history (plan, duty, upto_position, from_position);

create view view.task_version as
  select *, 9223372036854775807 as upto_position from view.task union all select * from view.task_history;
