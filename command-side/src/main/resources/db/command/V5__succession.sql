-- Who has a part in which duty: where a successor is to be put when an agency ends.
create table command.open_duty (
  duty    text    not null,
  agency  text    not null,
  kind    text    not null,
  plan_id text    not null,
  open    boolean not null default true,
  version integer not null default 0,
  primary key (duty, agency)
);
create index on command.open_duty (agency) where open;

-- Agencies that end, and the event that says so.
create table command.agency_end (
  code         text        not null primary key,
  effective    date        not null,
  event_id     text        not null,
  root         text,
  recorded_at  timestamptz not null,
  sample       boolean     not null,
  leased_until timestamptz not null default '-infinity'
);
