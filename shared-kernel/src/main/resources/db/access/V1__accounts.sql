create table access.account (
  username      text        not null primary key,
  person_name   text        not null,
  role          text        not null,
  password_hash text        not null,
  enabled       boolean     not null default true,
  sample        boolean     not null default false,
  created_at    timestamptz not null default now()
);

-- Whom a person may act for; the first is the one they act for unless they say otherwise.
create table access.account_agency (
  username text    not null references access.account,
  rank     integer not null,
  agency   text    not null,
  primary key (username, rank),
  unique (username, agency)
);
