-- A request for a later day awaits its answer for as long as the plan's day is before the one asked for.
create temporary table standing as
  with recursive standing as (
    select v.id, v.from_position, v.upto_position, b.asked_due, b.asked_reason
      from view.history_entry h
      join view.task_history b on b.id = h.subject and b.upto_position = h.position
      join view.task_version v on v.id = h.subject and v.from_position = h.position
     where h.name = 'task-rescheduled' and v.asked_due is null and b.asked_due > v.due
    union all
    select v.id, v.from_position, v.upto_position, s.asked_due, s.asked_reason
      from standing s
      join view.task_version v on v.id = s.id and v.from_position = s.upto_position
      join view.history_entry h on h.position = v.from_position
     where v.asked_due is null and s.asked_due > v.due
       and h.name not in (
         'task-assigned', 'extension-granted', 'extension-refused', 'task-reassigned', 'task-declined',
         'task-result-accepted', 'task-fulfilled', 'task-cancelled'))
  select * from standing;
update view.task t set asked_due = s.asked_due, asked_reason = s.asked_reason from standing s
 where s.id = t.id and s.from_position = t.from_position;
update view.task_history t set asked_due = s.asked_due, asked_reason = s.asked_reason from standing s
 where s.id = t.id and s.from_position = t.from_position;
drop table standing;
