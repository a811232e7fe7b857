-- Zones of the local plans in force on a day become zones of a draft (number), cut to the boundary of the procedure; less than a hundredth of a square
-- metre is none. plan: only those of that plan, in whole and whatever its status. Leans on zone_geom, zone_plan.
WITH plan AS MATERIALIZED (
  SELECT plan.key FROM planning.plan JOIN office.procedure ON procedure.key = ${key}
  WHERE plan.valid @> ${day}::date AND CASE WHEN ${plan}::text IS NOT NULL THEN plan.key = ${plan}
    ELSE plan.kind <> 'POG' AND plan.geom && procedure.geom AND (SELECT status FROM planning.plan_on(plan.id, ${day}::date)) = 'in-force' END
),
cut AS MATERIALIZED (
  SELECT zone.*, CASE WHEN ${plan}::text IS NOT NULL OR ST_Covers(procedure.geom, zone.geom) THEN zone.geom
    ELSE ST_Multi(ST_SnapToGrid(ST_CollectionExtract(ST_Intersection(zone.geom, procedure.geom), 3), 0.0001)) END AS part
  FROM plan JOIN planning.zone ON zone.plan_key = plan.key AND zone.valid @> ${day}::date
  JOIN office.procedure ON procedure.key = ${key} AND (${plan}::text IS NOT NULL OR ST_Intersects(procedure.geom, zone.geom))
)
INSERT INTO office.draft_zone (procedure_key, draft, id, since, symbol, zone_class, designation, paragraph, max_height_m, max_height_paragraph, min_intensity, max_intensity, intensity_paragraph,
  max_built_up_pct, built_up_paragraph, min_bio_active_pct, bio_active_paragraph, parking, parking_paragraph, geom)
SELECT ${key}, ${number}, row_number() OVER (ORDER BY cut.key, cut.id), 1, symbol, zone_class, designation, paragraph, max_height_m, max_height_paragraph, min_intensity, max_intensity, intensity_paragraph,
  max_built_up_pct, built_up_paragraph, min_bio_active_pct, bio_active_paragraph, parking, parking_paragraph, part
FROM cut WHERE ST_Area(part) >= 0.01 AND ST_IsValid(part)
