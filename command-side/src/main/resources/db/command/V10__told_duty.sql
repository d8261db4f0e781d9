-- Up to which position of the log each duty is told, whoever still has a part in it: what is read again brings back nobody who left.
create table command.told_duty (
  duty     text   not null primary key,
  position bigint not null
);
insert into command.told_duty (duty, position) select distinct duty, 0 from command.open_duty;
