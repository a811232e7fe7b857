-- The zones of a plan on a day, by symbol. ${view}: of local plans or of the general plan; ${paragraph}: its column for the paragraph, or NULL. Index zone_plan.
SELECT zone.key, zone.symbol, zone.zone_class, zone.designation, ${paragraph:raw} AS paragraph, zone.area_ha, zone.max_height_m, zone.max_height_paragraph, zone.min_intensity,
  zone.max_intensity, zone.intensity_paragraph, zone.max_built_up_pct, zone.built_up_paragraph, zone.min_bio_active_pct, zone.bio_active_paragraph, zone.parking, zone.parking_paragraph
FROM ${view:raw} AS zone
WHERE zone.plan = ${key} AND zone.valid @> ${day}::date
ORDER BY zone.symbol
