-- How far the sample has been played, so that a kill in the middle needs no help.
create table sample.progress (
  played   integer not null,
  finished boolean not null
);
insert into sample.progress values (0, false);
