-- What of one layer is there: how many objects, how much of them, and one page of them, the largest part first, points nearest the middle first.
-- A template filled per layer from the catalogue. within: the condition that makes an object a member; leans on the GiST index of geom.
-- Only objects that the border cuts are intersected. ST_Covers with the constant first keeps it prepared (ST_CoveredBy would not: seven times slower). leastInside leaves out neighbours that merely touch the border.
WITH area AS MATERIALIZED (SELECT ${area}::geometry AS geom),
member AS MATERIALIZED (
  SELECT object.id, object.key, object.${title:name}::text AS title, ${class:raw} AS class, object.geom,
    object.source, object.source_date, object.demonstration,
    ${measure:raw} AS measure, ST_Covers(${area}::geometry, object.geom) AS whole
  FROM ${view:raw} AS object
  WHERE ${within:raw} AND ${current:raw}
),
measured AS MATERIALIZED (
  SELECT id, key, title, class, geom, source, source_date, demonstration, measure, CASE WHEN whole THEN measure ELSE ${measureInside:raw} END AS inside FROM member
),
counted AS MATERIALIZED (
  SELECT * FROM measured WHERE inside IS NULL OR inside >= ${leastInside}
),
page AS MATERIALIZED (
  SELECT *, row_number() OVER (ORDER BY inside DESC NULLS LAST, ST_Distance(geom, (SELECT ST_Centroid(area.geom) FROM area)), id) AS place
  FROM counted ORDER BY place LIMIT ${limit} OFFSET ${offset}
)
SELECT (SELECT count(*)::integer FROM counted) AS count,
  (SELECT round(sum(inside)::numeric, 1)::float8 FROM counted) AS "measureInside",
  COALESCE((
    SELECT json_agg(json_build_object('source', source, 'sourceDate', source_date, 'demonstration', demonstration) ORDER BY source, source_date)
    FROM (SELECT DISTINCT source, source_date, demonstration FROM counted) AS origin
  ), '[]') AS sources,
  COALESCE((
    SELECT json_agg(json_build_object(
      'id', page.id, 'key', page.key, 'title', COALESCE(page.title, page.key), 'class', page.class,
      'point', json_build_array(ST_X(shape.point), ST_Y(shape.point)),
      'bbox', json_build_array(ST_XMin(shape.box), ST_YMin(shape.box), ST_XMax(shape.box), ST_YMax(shape.box)),
      'measure', round(page.measure::numeric, 2)::float8, 'measureInside', round(page.inside::numeric, 2)::float8,
      'shareInside', CASE WHEN page.measure > 0 THEN round(LEAST(page.inside / page.measure, 1)::numeric, 6)::float8 END
    ) ORDER BY page.place)
    FROM page CROSS JOIN LATERAL (
      SELECT ST_SnapToGrid(ST_Transform(CASE ST_Dimension(page.geom)
          WHEN 1 THEN ST_ClosestPoint(page.geom, ST_Centroid(page.geom)) ELSE ST_PointOnSurface(page.geom)
        END, 4326), 1e-7) AS point, Box3D(ST_Transform(page.geom, 4326)) AS box OFFSET 0
    ) AS shape
  ), '[]') AS hits
