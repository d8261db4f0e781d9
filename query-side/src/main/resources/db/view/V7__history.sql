-- Every event with its position: what happened, to what, by whom, for which agency and why. Append only by nature.
create table view.history_entry (
  position      bigint not null primary key,
  subject       text collate "C" not null,
  sequence      bigint not null,
  name          text not null,
  revision      text not null,
  plan          text collate "C", -- the plan that the subject belongs to
  agency        text collate "C", -- the agency that the subject is about
  recorded_at   timestamptz not null,
  happened_on   date,
  actor         text,
  actor_name    text,
  acting_agency text collate "C",
  role          text,
  reason        text,
  correlation   text,
  causation     text,
  sample        boolean not null,
  payload       json not null
) with (autovacuum_vacuum_insert_scale_factor = 0.05);
create unique index on view.history_entry (subject, sequence);
create index on view.history_entry (plan, position);
create index on view.history_entry (recorded_at, position);
create index on view.history_entry (agency, position);
