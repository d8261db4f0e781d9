-- Which task is a part of which: where its progress is to be told.
create table command.part (
  id    text not null primary key,
  whole text not null
);
