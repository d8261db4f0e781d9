-- Of an agency that has ended its superior is who stands in its place above others: whoever took over, or else was above it.
update command.agency_term ended
   set superior = (select above.superior from command.agency_term above
                    where above.code = ended.code and above.there and above.since < ended.since
                    order by above.since desc, above.position desc limit 1)
 where not there;

do $$ begin
  if to_regclass('store.event') is not null then
    update command.agency_term ended set superior = told.payload ->> 'mainSuccessor'
      from store.event told
     where told.aggregate_id = ended.code and not ended.there
       and told.name in ('agency-merged', 'agency-split', 'agency-dissolved')
       and (told.payload ->> 'effective')::date = ended.since;
  end if;
end $$;
