-- Names and superiors by the day from which they hold, how an agency ended and who took over.
drop view view.agency_version;

alter table view.agency
  add column terms      jsonb,
  add column state      text  not null default 'REGISTERED',
  add column successors jsonb not null default '[]',
  add column basis      text;

-- A closed version has the columns of its table in the same order, and upto_position behind them.
alter table view.agency_history
  add column terms      jsonb,
  add column state      text  not null default 'REGISTERED',
  add column successors jsonb not null default '[]',
  add column basis      text;
alter table view.agency_history rename column upto_position to upto;
alter table view.agency_history add column upto_position bigint;
update view.agency_history set upto_position = upto;
alter table view.agency_history drop column upto, alter column upto_position set not null;

create view view.agency_version as
  select *, 9223372036854775807 as upto_position from view.agency union all select * from view.agency_history;

-- The name and the superior that hold on a day: the last of those that have begun, else the first.
create function view.term(terms jsonb, day date) returns jsonb
  language sql immutable parallel safe as $$
  select term from jsonb_array_elements(terms) with ordinality as each (term, nth)
   order by (term ->> 'since')::date > day, case when (term ->> 'since')::date > day then nth else -nth end
   limit 1 $$;

-- The registry as it stands on a day: named and placed as of then. Written so that the planner can see through it.
create function view.agency_on(day date) returns setof view.agency_version
  language sql stable parallel safe as $$
  select code, case when terms is null then name else view.term(terms, day) ->> 'name' end,
         kind, level,
         case when terms is null then superior else (view.term(terms, day) ->> 'superior') collate "C" end,
         valid_from, valid_to, official_code,
         case when terms is null then folded
              else view.fold(code || ' ' || (view.term(terms, day) ->> 'name')) end,
         from_position, terms, state, successors, basis, 9223372036854775807
    from view.agency $$;

create function view.agency_version_on(day date) returns setof view.agency_version
  language sql stable parallel safe as $$
  select code, case when terms is null then name else view.term(terms, day) ->> 'name' end,
         kind, level,
         case when terms is null then superior else (view.term(terms, day) ->> 'superior') collate "C" end,
         valid_from, valid_to, official_code,
         case when terms is null then folded
              else view.fold(code || ' ' || (view.term(terms, day) ->> 'name')) end,
         from_position, terms, state, successors, basis, upto_position
    from view.agency_version $$;
