-- What notices made of days, in the order of the log.
create table command.noticed_day (
  position      bigint  not null primary key,
  day           date    not null,
  worked        boolean not null,
  running_plans boolean not null
);

-- What was in force when a plan was issued, and whether the clock runs for it.
create table command.pinned_plan (
  plan_id        text      not null primary key,
  calendar       bigint    not null,
  remind_before  integer[] not null,
  escalate_after integer   not null,
  workflows      text      not null,
  state          text      not null default 'RUNS'
);

-- What the clock watches, each with the next moment at which the system speaks up by itself.
create table command.due_moment (
  kind         text        not null,
  subject      text        not null,
  plan_id      text        not null,
  agency       text        not null,
  due          date,
  request      boolean     not null,
  owed         boolean     not null default true,
  since        timestamptz not null,
  sample       boolean     not null,
  event_id     text        not null,
  root         text,
  done         integer     not null default 0,
  planned      boolean     not null default false,
  moment       timestamptz,
  notice       text,
  days         integer,
  version      integer     not null default 0,
  leased_until timestamptz not null default '-infinity',
  error        text,
  primary key (kind, subject)
);
create index on command.due_moment (moment, subject) where moment is not null and error is null;
create index on command.due_moment (leased_until) where error is not null;
create index on command.due_moment (subject) where not planned;
create index on command.due_moment (plan_id);
