-- No event is stored twice, whoever sends it.
alter table store.event add unique (event_id);

-- What an auditor types: select processing_group, name, cause_message, payload->>'taskId' from dead_letters
create view public.dead_letters as
  select processing_group, sequence_id, sequence_index, name, revision, aggregate_type, aggregate_id, sequence,
         recorded_at, enqueued_at, cause_type, cause_message,
         convert_from(payload, 'UTF8')::json as payload, convert_from(metadata, 'UTF8')::json as metadata
    from store.dead_letter;
