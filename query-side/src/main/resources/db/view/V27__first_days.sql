-- What was declined stays owed until that is answered; what was handed in and called off afterwards stays handed in; and
-- what was called off and is asked for again keeps the day first set.
update view.task set open = true where progress = 'DECLINED';
update view.task_history set open = true where progress = 'DECLINED';

update view.task t set handed_in_on = b.handed_in_on from view.task_history b
 where t.progress = 'CANCELLED' and b.id = t.id and b.upto_position = t.from_position and b.handed_in_on is not null;
update view.task_history t set handed_in_on = b.handed_in_on from view.task_history b
 where t.progress = 'CANCELLED' and b.id = t.id and b.upto_position = t.from_position and b.handed_in_on is not null;

create temporary table first_day as
  select distinct on (id) id, original_due from view.task_history order by id, from_position;
update view.task t set original_due = f.original_due from first_day f
 where f.id = t.id and t.original_due is distinct from f.original_due;
update view.task_history t set original_due = f.original_due from first_day f
 where f.id = t.id and t.original_due is distinct from f.original_due;
drop table first_day;

create temporary table first_day as
  select distinct on (id) id, original_due from view.report_history order by id, from_position;
update view.report t set original_due = f.original_due from first_day f
 where f.id = t.id and t.original_due is distinct from f.original_due;
update view.report_history t set original_due = f.original_due from first_day f
 where f.id = t.id and t.original_due is distinct from f.original_due;
drop table first_day;
