-- The zones of a draft as they stand, by symbol; ten decimals of a degree give the tenth of a millimetre back. Primary key.
SELECT zone.id, zone.symbol, zone.zone_class AS "zoneClass", zone.designation, zone.paragraph, zone.max_height_m::float8 AS "maxHeightM", zone.max_height_paragraph AS "maxHeightParagraph",
  zone.min_intensity::float8 AS "minIntensity", zone.max_intensity::float8 AS "maxIntensity", zone.intensity_paragraph AS "intensityParagraph",
  zone.max_built_up_pct::float8 AS "maxBuiltUpPct", zone.built_up_paragraph AS "builtUpParagraph", zone.min_bio_active_pct::float8 AS "minBioActivePct", zone.bio_active_paragraph AS "bioActiveParagraph",
  zone.parking, zone.parking_paragraph AS "parkingParagraph", ${columns:raw}
FROM office.draft_zone AS zone
WHERE zone.procedure_key = ${key} AND zone.draft = ${number} AND zone.until IS NULL
ORDER BY zone.symbol, zone.id
