-- Who may act for an agency that is not their own: what the mandates' events come to.
create table access.mandate (
  id          text    not null primary key,
  agency      text    not null,
  person      text    not null,
  person_name text    not null,
  granted_by  text    not null,
  plan        text,
  valid_from  date    not null,
  valid_to    date    not null,
  basis       text    not null,
  revoked     boolean not null default false
);
create index on access.mandate (person);
create index on access.mandate (agency);
