-- Under whom an agency stands from which day on, and whether it exists, as told at which position of the log.
create table command.agency_term (
  code     text    not null,
  since    date    not null,
  position bigint  not null,
  superior text,
  there    boolean not null,
  primary key (code, since, position)
);
insert into command.agency_term
  select code, valid_from, position, superior, true from command.agency
  union all
  select code, valid_to + 1, position, superior, false from command.agency where valid_to is not null;
alter table command.agency
  drop column superior, drop column valid_from, drop column valid_to, drop column position;
