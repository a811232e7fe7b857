-- The same for zones.
INSERT INTO planning.zone (id, key, dataset_id, valid, plan_key, symbol, zone_class, designation, paragraph, definition_regime, max_height_m, max_height_paragraph, min_intensity, max_intensity,
  intensity_paragraph, max_built_up_pct, built_up_paragraph, min_bio_active_pct, bio_active_paragraph, parking, parking_paragraph, geom)
SELECT CASE WHEN EXISTS (SELECT FROM planning.zone AS taken WHERE taken.id = standing.row_id) THEN nextval(pg_get_serial_sequence('planning.zone', 'id')) ELSE standing.row_id END,
  was.key, was.dataset_id, daterange(${day}::date, upper(standing.valid)), was.plan_key, was.symbol, was.zone_class, was.designation, was.paragraph, was.definition_regime, was.max_height_m,
  was.max_height_paragraph, was.min_intensity, was.max_intensity, was.intensity_paragraph, was.max_built_up_pct, was.built_up_paragraph, was.min_bio_active_pct, was.bio_active_paragraph,
  was.parking, was.parking_paragraph, standing.geom
FROM office.standing_zone AS standing CROSS JOIN jsonb_populate_record(NULL::planning.zone, standing.attributes) AS was
WHERE standing.publication_id = ${publication} AND standing.valid @> ${day}::date
  AND NOT EXISTS (SELECT FROM planning.zone AS present WHERE present.key = was.key AND present.valid @> ${day}::date)
