-- Which agencies uploaded a file themselves: only they name it in what they hand in.
create table attachment.upload (
  hash        text        not null references attachment.file,
  agency      text        not null,
  uploaded_by text        not null,
  uploaded_at timestamptz not null default now(),
  primary key (hash, agency)
);
insert into attachment.upload (hash, agency, uploaded_by, uploaded_at)
  select hash, agency, kept_by, kept_at from attachment.file where agency is not null;
