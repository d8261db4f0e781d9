create extension if not exists unaccent schema public;

-- Text as it is searched: without diacritics (đ as d), without case, however the accents were composed.
create function access.searched(text) returns text language sql immutable strict parallel safe return
  lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, nfc)));

-- Who changed which account, when, and to what; never a password or what is made of one.
create table access.entry (
  position    bigint      generated always as identity primary key,
  recorded_at timestamptz not null,
  person      text        not null,
  account     text        not null,
  what        text        not null,
  person_name text        not null,
  role        text        not null,
  agencies    text[]      not null
);
create index on access.entry (account, position);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on access.entry
  for each statement execute function access.refuse_change();

-- Sessions are ended by the name of whose they are.
create index on access.session (principal_name);
