-- The tasks and reports of each plan, in the order in which they came, and which of them are open.
create table command.duty (
  serial  bigint  generated always as identity,
  id      text    not null primary key,
  plan_id text    not null,
  rule    text    not null,
  period  text,
  agency  text    not null,
  open    boolean not null default true
);
create index on command.duty (plan_id, serial);

-- Beside its issue each later change of a plan is rolled out over its duties, one after another.
-- last_duty is the last one that the change concerns, once its roll-out has begun.
alter table command.roll_out drop constraint roll_out_pkey;
alter table command.roll_out add primary key (plan_id, position);
alter table command.roll_out add column last_duty bigint;

-- Plans that carry out another plan, and the tasks that demand them: either may come first.
create table command.own_plan (
  plan_id  text not null primary key,
  parent   text not null,
  issuer   text not null,
  document text not null,
  issued   date not null
);
create index on command.own_plan (parent, issuer);

create table command.own_plan_task (
  task_id text not null primary key,
  plan_id text not null,
  agency  text not null
);
create index on command.own_plan_task (plan_id, agency);
