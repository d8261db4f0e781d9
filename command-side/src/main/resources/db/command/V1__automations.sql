-- The agency registry as the automations know it: what classes of agencies are expanded to.
create table command.agency (
  code       text   not null primary key,
  kind       text   not null,
  level      text   not null,
  superior   text,
  valid_from date   not null,
  valid_to   date,
  position   bigint not null
);
create index on command.agency (superior);

-- Plans whose tasks and reports are to be opened, and how far that has come.
create table command.roll_out (
  plan_id      text        not null primary key,
  position     bigint      not null,
  event_id     text        not null,
  root         text,
  recorded_at  timestamptz not null,
  sample       boolean     not null,
  total        integer,
  done         integer     not null default 0,
  finished     boolean     not null default false,
  leased_until timestamptz not null default '-infinity',
  error        text
);
create index on command.roll_out (position) where not finished;

-- First answers to commands that carried an Idempotency-Key, kept for a day.
create table command.answer (
  person     text        not null,
  key        text        not null,
  request    text        not null,
  status     integer,
  body       text,
  given_at   timestamptz not null,
  primary key (person, key)
);
create index on command.answer (given_at);
