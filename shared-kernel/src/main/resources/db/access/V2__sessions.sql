-- Who is signed in. A session holds nothing but the username; names and columns are Spring Session's.
create table access.session (
  primary_id            char(36)     not null primary key,
  session_id            char(36)     not null unique,
  creation_time         bigint       not null,
  last_access_time      bigint       not null,
  max_inactive_interval integer      not null,
  expiry_time           bigint       not null,
  principal_name        varchar(100)
);

create index on access.session (expiry_time);

create table access.session_attributes (
  session_primary_id char(36)     not null references access.session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
