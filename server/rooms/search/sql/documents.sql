-- Which documents hold every word, the best limit of each layer. tier: 4 a name is the text, 3 the label begins with it, 2 every word begins
-- a word, 1 a word stands inside another. conditions is one LIKE per word (index document_body), beginnings the same bound to beginnings.
WITH place AS MATERIALIZED (
  SELECT ST_Transform(ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326), 2178) AS near
),
candidate AS MATERIALIZED (
  SELECT document.layer, document.id, document.names[1] AS name, ST_Distance(document.point, place.near) AS distance,
    CASE
      WHEN document.names && ${exact}::text[] THEN 4
      WHEN document.names[1] LIKE ${prefix} THEN 3
      WHEN ${beginnings:raw} THEN 2
      ELSE 1
    END AS tier
  FROM search.document CROSS JOIN place
  WHERE ${conditions:raw}
),
ranked AS (
  SELECT layer, id, tier, distance, length(name) AS length,
    row_number() OVER (PARTITION BY layer ORDER BY tier DESC, distance NULLS FIRST, length(name), name, id) AS position
  FROM candidate
)
SELECT layer, id, tier, distance, length FROM ranked WHERE position <= ${limit}
