-- What stood before a publication and was not reopened stands again from a day on, as a version of its own; the days between stay what they were.
WITH restored AS (
  INSERT INTO planning.plan (id, key, dataset_id, valid, name, kind, status, stage, resolution, resolution_date, journal, published_on, in_force_from, in_force_to, replaces, definition_regime, procedure, geom)
  SELECT CASE WHEN EXISTS (SELECT FROM planning.plan AS taken WHERE taken.id = standing.row_id) THEN nextval(pg_get_serial_sequence('planning.plan', 'id')) ELSE standing.row_id END,
    was.key, was.dataset_id, daterange(${day}::date, upper(standing.valid)), was.name, was.kind, was.status, was.stage, was.resolution, was.resolution_date, was.journal, was.published_on,
    was.in_force_from, was.in_force_to, was.replaces, was.definition_regime, was.procedure, standing.geom
  FROM office.standing_plan AS standing CROSS JOIN jsonb_populate_record(NULL::planning.plan, standing.attributes) AS was
  WHERE standing.publication_id = ${publication} AND standing.valid @> ${day}::date
    AND NOT EXISTS (SELECT FROM planning.plan AS present WHERE present.key = was.key AND present.valid @> ${day}::date)
  RETURNING id
)
SELECT restored.id FROM restored
