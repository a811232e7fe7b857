-- Zones written to a draft (number) in its version: JSON in the words of the contract, each with its id, with `geometry` (GeoJSON that has passed the gate)
-- or `ewkb` (EPSG:2178, read by the importer).
INSERT INTO office.draft_zone (procedure_key, draft, id, since, symbol, zone_class, designation, paragraph, max_height_m, max_height_paragraph, min_intensity, max_intensity, intensity_paragraph,
  max_built_up_pct, built_up_paragraph, min_bio_active_pct, bio_active_paragraph, parking, parking_paragraph, geom)
SELECT ${key}, ${number}, id, ${version}, symbol, "zoneClass", designation, paragraph, "maxHeightM", "maxHeightParagraph", "minIntensity", "maxIntensity", "intensityParagraph",
  "maxBuiltUpPct", "builtUpParagraph", "minBioActivePct", "bioActiveParagraph", parking, "parkingParagraph",
  CASE WHEN ewkb IS NOT NULL THEN ewkb::geometry ELSE ST_Multi(ST_SnapToGrid(ST_Transform(ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(geometry)), 4326), 2178), 0.0001)) END
FROM jsonb_to_recordset(${zones}::jsonb) AS written (id integer, symbol text, "zoneClass" text, designation text, paragraph text, "maxHeightM" numeric, "maxHeightParagraph" text,
  "minIntensity" numeric, "maxIntensity" numeric, "intensityParagraph" text, "maxBuiltUpPct" numeric, "builtUpParagraph" text, "minBioActivePct" numeric, "bioActiveParagraph" text,
  parking text, "parkingParagraph" text, geometry jsonb, ewkb text)
