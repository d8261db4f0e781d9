-- Who works on a command whose key was given, and until when it is theirs unless they say so again.
alter table command.answer add column claim uuid, add column leased_until timestamptz;
update command.answer set leased_until = now() where status is null;
create unique index on command.answer (claim);
