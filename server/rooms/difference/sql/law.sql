-- The law on a day at a subject (geom, EPSG:2178) as a partition of it: zones of the plans in force, cut to the subject, then what lies within a plan
-- in force but in none of its zones (zone_id null), then what lies in no plan (plan null). Every place counts once, so areas add up.
-- draft: a plan taken as if it were in force; it goes before all others in its own outline. Leans on zone_geom.
-- Zones that lie over one another (an amendment over its plan, or bad data) are cut by those of the later plan, then of the smaller key – only
-- where the sum of areas shows that there are any. grid (m): cuts are rounded to it, so that borders which miss one another by a hair leave no slivers
-- that the next cut fails on.
WITH subject AS MATERIALIZED (SELECT ${geom}::geometry AS geom),
act AS MATERIALIZED (
  SELECT plan.key, plan.name, plan.kind, plan.resolution, plan.in_force_from, plan.in_force_to, plan.definition_regime,
    plan.source, plan.source_date, plan.demonstration, plan.geom, COALESCE(plan.key = ${draft}::text, false) AS draft,
    row_number() OVER (ORDER BY plan.key = ${draft}::text DESC NULLS LAST, plan.in_force_from DESC NULLS LAST, plan.key) AS place
  FROM layer.plans AS plan
  WHERE plan.valid @> ${day}::date AND plan.kind IN ('MPZP', 'ZPI')
    AND (plan.key = ${draft}::text
      OR (plan.in_force_from <= ${day}::date OR (plan.in_force_from IS NULL AND plan.status = 'in-force'))
        AND (plan.in_force_to IS NULL OR ${day}::date <= plan.in_force_to))
),
drawn AS MATERIALIZED (
  SELECT act.place AS act, act.draft, zone.id, zone.key, row_number() OVER (ORDER BY act.place, zone.key, zone.id) AS place,
    CASE WHEN cover.whole THEN zone.geom ELSE ST_CollectionExtract(ST_Intersection(zone.geom, ${geom}::geometry, ${grid}), 3) END AS geom
  FROM layer.zones AS zone
  JOIN act ON act.key = zone.plan
  CROSS JOIN LATERAL (SELECT ST_Covers(${geom}::geometry, zone.geom) AS whole OFFSET 0) AS cover
  WHERE ST_Intersects(zone.geom, ${geom}::geometry) AND zone.valid @> ${day}::date
),
united AS MATERIALIZED (
  SELECT draft, ST_Union(geom, ${grid}) AS geom, sum(ST_Area(geom)) AS sum FROM drawn GROUP BY draft
),
sums AS MATERIALIZED (
  SELECT draft, sum - ST_Area(geom) > 0.001 AS overlap FROM united
),
-- What cuts what comes after it: zones that overlap others, zones and outline of the draft.
knife AS MATERIALIZED (
  SELECT draft, drawn.place::numeric AS place, drawn.geom FROM drawn JOIN sums USING (draft) WHERE sums.overlap OR draft
  UNION ALL
  SELECT true, (SELECT count(*) FROM drawn WHERE drawn.draft) + 0.5, act.geom FROM act WHERE act.draft
),
zoned AS MATERIALIZED (
  SELECT drawn.id, drawn.act, drawn.key, CASE WHEN cut.geom IS NULL THEN drawn.geom ELSE ST_CollectionExtract(ST_Difference(drawn.geom, cut.geom, ${grid}), 3) END AS geom
  FROM drawn
  JOIN sums ON sums.draft = drawn.draft
  LEFT JOIN LATERAL (
    SELECT ST_Union(knife.geom, ${grid}) AS geom FROM knife
    WHERE CASE WHEN knife.draft = drawn.draft THEN sums.overlap ELSE knife.draft END
      AND knife.place < drawn.place AND knife.geom && drawn.geom AND ST_Relate(knife.geom, drawn.geom, '2********')
  ) AS cut ON true
),
rest AS MATERIALIZED (
  SELECT COALESCE(ST_CollectionExtract(ST_Difference(subject.geom, (
    SELECT ST_Union(CASE WHEN united.draft OR draft.geom IS NULL THEN united.geom ELSE ST_Difference(united.geom, draft.geom, ${grid}) END, ${grid})
    FROM united LEFT JOIN act AS draft ON draft.draft
  ), ${grid}), 3), subject.geom) AS geom
  FROM subject
),
outlined AS MATERIALIZED (
  SELECT act.place AS act, ST_CollectionExtract(ST_Intersection(rest.geom, act.geom, ${grid}), 3) AS geom
  FROM act CROSS JOIN rest
  WHERE ST_Area(rest.geom) > 0.001 AND ST_Intersects(act.geom, rest.geom)
),
unzoned AS MATERIALIZED (
  SELECT outlined.act, COALESCE(ST_CollectionExtract(ST_Difference(outlined.geom, (
    SELECT ST_Union(earlier.geom, ${grid}) FROM outlined AS earlier WHERE earlier.act < outlined.act AND ST_Intersects(earlier.geom, outlined.geom)
  ), ${grid}), 3), outlined.geom) AS geom
  FROM outlined
),
part AS (
  SELECT act, id, geom FROM zoned
  UNION ALL SELECT act, NULL, geom FROM unzoned
  UNION ALL SELECT NULL, NULL, COALESCE(ST_CollectionExtract(ST_Difference(rest.geom, (SELECT ST_Union(unzoned.geom, ${grid}) FROM unzoned), ${grid}), 3), rest.geom) FROM rest
)
SELECT act.key AS plan, act.name AS plan_name, act.kind, act.resolution, act.in_force_from, act.in_force_to, act.source, act.source_date, act.demonstration,
  zone.id AS zone_id, zone.key, zone.symbol, zone.zone_class, zone.designation, COALESCE(zone.definition_regime, act.definition_regime) AS definition_regime,
  zone.max_height_m, zone.max_height_paragraph, zone.min_intensity, zone.max_intensity, zone.intensity_paragraph, zone.max_built_up_pct,
  zone.built_up_paragraph, zone.min_bio_active_pct, zone.bio_active_paragraph, zone.parking, zone.parking_paragraph,
  part.geom::text AS geom, ST_Area(part.geom) AS area
FROM part LEFT JOIN act ON act.place = part.act LEFT JOIN layer.zones AS zone ON zone.id = part.id
WHERE ST_Area(part.geom) > 0
ORDER BY act.place, zone.key, zone.id
