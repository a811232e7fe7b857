-- The zones of one draft as they stand, with their ids, into another of the same procedure.
INSERT INTO office.draft_zone (procedure_key, draft, id, since, symbol, zone_class, designation, paragraph, max_height_m, max_height_paragraph, min_intensity, max_intensity, intensity_paragraph,
  max_built_up_pct, built_up_paragraph, min_bio_active_pct, bio_active_paragraph, parking, parking_paragraph, geom)
SELECT procedure_key, ${number}, id, 1, symbol, zone_class, designation, paragraph, max_height_m, max_height_paragraph, min_intensity, max_intensity, intensity_paragraph,
  max_built_up_pct, built_up_paragraph, min_bio_active_pct, bio_active_paragraph, parking, parking_paragraph, geom
FROM office.draft_zone WHERE procedure_key = ${key} AND draft = ${from} AND until IS NULL
