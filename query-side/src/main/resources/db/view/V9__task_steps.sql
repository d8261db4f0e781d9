-- The whole that a task is a part of, a later day that was asked for, why it was declined or cancelled.
drop view view.task_version;

alter table view.task
  add column parent_task  text collate "C",
  add column weight       integer,
  add column asked_due    date,
  add column asked_reason text,
  add column stop_reason  text;
create index on view.task (parent_task) where parent_task is not null;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.task_history
  add column parent_task  text collate "C",
  add column weight       integer,
  add column asked_due    date,
  add column asked_reason text,
  add column stop_reason  text;
alter table view.task_history rename column upto_position to upto;
alter table view.task_history add column upto_position bigint;
update view.task_history set upto_position = upto;
alter table view.task_history drop column upto, alter column upto_position set not null;
create index on view.task_history (plan, upto_position, from_position);
create index on view.task_history (agency, due, upto_position, from_position) where open;
create index on view.task_history (agency, upto_position, from_position);
create index on view.task_history (parent_task) where parent_task is not null;

create view view.task_version as
  select *, 9223372036854775807 as upto_position from view.task union all select * from view.task_history;

-- What is neither handed in nor owed any more is in no class of time. The same rule as
-- plantrail.kernel.calendar.Timeliness.of; a test holds them together.
create function view.timeliness(due date, handed_in_on date, owed boolean, today date, request boolean) returns text
  language sql immutable parallel safe as $$
  select case
    when handed_in_on is not null then
      case when due is null or request then 'DONE_UNDATED'
           when handed_in_on > due then 'DONE_LATE'
           else 'DONE_ON_TIME' end
    when not owed then 'NOT_OWED'
    when due is null then 'OPEN_UNDATED'
    when today <= due then 'OPEN_IN_TIME'
    when request then 'OPEN_AWAITED'
    else 'OPEN_OVERDUE' end $$;
drop function view.timeliness(date, date, date, boolean);
