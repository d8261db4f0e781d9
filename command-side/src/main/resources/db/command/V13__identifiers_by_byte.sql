-- Identifiers are compared byte by byte, whatever the language of the database: a roll-out writes very many.
alter table command.duty
  alter column id type text collate "C",
  alter column plan_id type text collate "C";
