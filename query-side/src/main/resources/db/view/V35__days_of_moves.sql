-- What an automation moves because of a dated decision has the day of that decision, not the one on which it was entered.
alter table view.move_author add column day date; -- null: of what follows, each has its own
update view.move_author a set day = d.day
  from (
    select distinct on (correlation) correlation,
           coalesce(happened_on, cast(recorded_at at time zone 'Asia/Ho_Chi_Minh' as date)) as day
      from view.history_entry
     where name in ('plan-amended', 'plan-resumed', 'task-cancelled') and role is distinct from 'SYSTEM'
     order by correlation, position) d
 where d.correlation = a.chain;
update view.move m set day = a.day
  from view.move_author a, view.history_entry h
 where a.chain = m.chain and a.day is not null and h.position = m.position and h.role = 'SYSTEM';
