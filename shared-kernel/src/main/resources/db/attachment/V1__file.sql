-- Files under the SHA-256 of their content. Rows are never changed.
create table attachment.file (
  hash    text        not null primary key,
  type    text        not null,
  size    bigint      not null,
  kept_by text        not null,
  agency  text,
  kept_at timestamptz not null default now(),
  content bytea       not null
);
-- Not compressed, so that a piece can be read without reading the whole.
alter table attachment.file alter column content set storage external;
