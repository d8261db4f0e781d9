-- Who else is charged with the same duty: neither column changes, so updates stay HOT.
create index on view.task (plan, duty);
create index on view.task_history (plan, duty, upto_position, from_position);
