-- The zones of a draft (number) as the public sees them from a day on.
INSERT INTO planning.zone (key, dataset_id, valid, plan_key, symbol, zone_class, designation, paragraph, definition_regime, max_height_m, max_height_paragraph, min_intensity, max_intensity,
  intensity_paragraph, max_built_up_pct, built_up_paragraph, min_bio_active_pct, bio_active_paragraph, parking, parking_paragraph, geom)
SELECT ${key} || ':' || zone.symbol, ${dataset}, daterange(${day}::date, NULL), ${key}, zone.symbol, zone.zone_class, zone.designation, zone.paragraph, procedure.definition_regime,
  zone.max_height_m, zone.max_height_paragraph, zone.min_intensity, zone.max_intensity, zone.intensity_paragraph, zone.max_built_up_pct, zone.built_up_paragraph,
  zone.min_bio_active_pct, zone.bio_active_paragraph, zone.parking, zone.parking_paragraph, zone.geom
FROM office.draft_zone AS zone JOIN office.procedure ON procedure.key = zone.procedure_key
WHERE zone.procedure_key = ${key} AND zone.draft = ${number} AND zone.until IS NULL
ORDER BY zone.symbol
