-- Of what is missing in a consolidation, which report it is and whose it was; of an old record the agency alone.
update view.consolidation set missing = coalesce((
  select jsonb_agg(jsonb_build_object('reportId', null, 'agency', agency, 'formerly', null) order by place)
    from jsonb_array_elements_text(missing) with ordinality as m (agency, place)), '[]');
update view.consolidation_history set missing = coalesce((
  select jsonb_agg(jsonb_build_object('reportId', null, 'agency', agency, 'formerly', null) order by place)
    from jsonb_array_elements_text(missing) with ordinality as m (agency, place)), '[]');
