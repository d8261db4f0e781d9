-- What was moved since a plan was issued: days, targets, owners, scope. Append only by nature.
create table view.move (
  position      bigint not null,
  nth           integer not null, -- among the moves of one event
  moved         text not null,
  reform        boolean not null,
  subject       text collate "C" not null,
  recorded_at   timestamptz not null,
  day           date not null,
  actor         text,
  actor_name    text,
  agency        text collate "C", -- that moved it
  mandator_name text,
  old_due       date,
  new_due       date,
  days          integer,
  old_owner     text collate "C",
  new_owner     text collate "C",
  part          text,
  mark          text,
  change        text,
  clause        text,
  reason        text,
  basis         text,
  primary key (position, nth)
) with (autovacuum_vacuum_insert_scale_factor = 0.05);
create index on view.move (subject);
create index on view.move (agency, position);

-- Who changed a plan or the registry, by the correlation of all that automations made of it.
create table view.move_author (
  chain         text collate "C" not null primary key,
  actor         text,
  actor_name    text,
  agency        text collate "C",
  mandator_name text
);
