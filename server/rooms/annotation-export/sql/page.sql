-- A page of an export in the order of the ids: what people read in a table, and the geometry that was drawn, else the place. Primary key.
-- Parameters: where, status (conditions), after (id of the last row, null at first), limit, srid, decimals, office (residents see no names).
WITH page AS MATERIALIZED (
  SELECT annotation.* FROM office.annotation
  WHERE ${where:raw} AND ${status:raw} AND (${after}::uuid IS NULL OR annotation.id > ${after}::uuid) ORDER BY annotation.id LIMIT ${limit}
)
SELECT annotation.id, annotation.version, annotation.title, annotation.body AS text, annotation.status, annotation.visibility, annotation.category, annotation.priority,
  array_to_string(annotation.tags, '; ') AS tags, annotation.due_on AS "dueOn", district.name AS district,
  (SELECT string_agg(subject.kind || ' ' || subject.key || CASE WHEN subject.paragraph <> '' THEN ' ' || subject.paragraph ELSE '' END, '; ' ORDER BY ordinal)
    FROM office.annotation_subject AS subject WHERE subject.annotation_id = annotation.id) AS subjects,
  CASE WHEN ${office} THEN author.name END AS author, CASE WHEN ${office} THEN assignee.name END AS assignee,
  to_char(annotation.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt", to_char(annotation.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt",
  round(ST_X(place.geom)::numeric, ${decimals})::float8 AS x, round(ST_Y(place.geom)::numeric, ${decimals})::float8 AS y,
  GeometryType(drawn.geom) AS kind, ST_AsGeoJSON(drawn.geom, ${decimals}, 0) AS geometry
FROM page AS annotation
JOIN office.account AS author ON author.id = annotation.author
LEFT JOIN office.account AS assignee ON assignee.id = annotation.assignee
CROSS JOIN LATERAL (SELECT ST_Transform(annotation.place, ${srid}) AS geom) AS place
CROSS JOIN LATERAL (SELECT coalesce(ST_Transform(annotation.geom, ${srid}), place.geom) AS geom) AS drawn
LEFT JOIN LATERAL (SELECT name FROM city.district WHERE ST_Intersects(district.geom, annotation.place) ORDER BY number LIMIT 1) AS district ON true
ORDER BY annotation.id
