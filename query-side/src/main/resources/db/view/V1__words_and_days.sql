-- Each table of this schema is as a system without memory would have it; beside it stands <table>_history with the
-- closed versions of its rows, and <table>_version is the union of both: from_position <= p and upto_position > p gives
-- the rows as of position p. A version holds from the event at from_position on.

create extension if not exists unaccent schema public;
create extension if not exists pg_trgm schema public;

-- Text as it is searched: without diacritics (đ as d), without case, however the accents were composed.
create function view.fold(text) returns text language sql immutable strict parallel safe as
  $$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, nfc))) $$;

-- The same rule as plantrail.kernel.calendar.Timeliness.of, for counting and filtering; a test holds them together.
create function view.timeliness(due date, handed_in_on date, today date, request boolean) returns text
  language sql immutable parallel safe as $$
  select case
    when handed_in_on is not null then
      case when due is null or request then 'DONE_UNDATED'
           when handed_in_on > due then 'DONE_LATE'
           else 'DONE_ON_TIME' end
    when due is null then 'OPEN_UNDATED'
    when today <= due then 'OPEN_IN_TIME'
    when request then 'OPEN_AWAITED'
    else 'OPEN_OVERDUE' end $$;
