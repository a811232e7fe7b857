-- Where an annotation would stand, whether an account may write there, and which of its subjects the registers do not hold today (their places
-- in the list, from 0). Indexes parcel_key, zone_key, plan_key.
-- Parameters: drawn (EWKB text or null), subjects (JSON), account.
WITH subject AS (
  SELECT ordinality - 1 AS ordinal, value ->> 'kind' AS kind, value ->> 'key' AS key FROM jsonb_array_elements(${subjects}::jsonb) WITH ORDINALITY
), found AS (
  SELECT subject.ordinal, object.geom, coalesce(object.stands, false) AS stands
  FROM subject LEFT JOIN LATERAL (
    SELECT geom, upper_inf(valid) AS stands, valid FROM cadastre.parcel WHERE subject.kind = 'parcel' AND parcel.key = subject.key
    UNION ALL SELECT geom, upper_inf(valid), valid FROM planning.zone WHERE subject.kind = 'zone' AND zone.key = subject.key
    UNION ALL SELECT geom, upper_inf(valid), valid FROM planning.plan WHERE subject.kind IN ('plan', 'paragraph') AND plan.key = subject.key
    ORDER BY stands DESC, valid DESC LIMIT 1
  ) AS object ON true
), placed AS (
  SELECT ST_PointOnSurface(coalesce(${drawn}::geometry, (SELECT geom FROM found WHERE geom IS NOT NULL ORDER BY ordinal LIMIT 1))) AS place
)
SELECT placed.place::text AS place, coalesce(office.may_write_at(${account}, placed.place), false) AS "inArea",
  ARRAY(SELECT ordinal::integer FROM found WHERE NOT stands ORDER BY ordinal) AS missing
FROM placed
