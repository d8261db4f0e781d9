-- Mends the log after it was restored from a logical dump (pg_dump) into a cluster whose transaction counter is behind
-- the order keys. Run it with psql as the tables' owner while no application runs. Positions stay as they are, so every
-- token, checkpoint and link stays right. Why: ops/docs/adr/0001-event-store.md
begin;
lock table store.event, store.event_number in access exclusive mode;
alter table store.event disable trigger append_only;
alter table store.event_number disable trigger append_only;

-- What was not yet numbered comes after all that was, in the same order as before.
insert into store.event_number (position, order_key, place)
select (select coalesce(max(position), 0) from store.event_number)
         + row_number() over (order by e.order_key, e.place),
       e.order_key, e.place
  from store.event e
 where not exists (
   select from store.event_number n where n.order_key = e.order_key and n.place = e.place);

-- Key 0 is below every transaction id that this cluster will ever give.
update store.event e
   set order_key = 0, place = n.position
  from store.event_number n
 where n.order_key = e.order_key and n.place = e.place;
update store.event_number set order_key = 0, place = position;
select setval(
  pg_get_serial_sequence('store.event', 'place'),
  (select coalesce(max(place), 0) + 1 from store.event),
  false);

alter table store.event enable trigger append_only;
alter table store.event_number enable trigger append_only;
commit;
