-- What was searched in the last days: how often, on what, and what found nothing. Parameters: days, most (rows of each list). Index search_log_at.
WITH search AS MATERIALIZED (
  SELECT filter, conditions, properties, kinds, total, at FROM investment.search_log WHERE at >= now() - make_interval(days => ${days})
), asked_property AS (
  SELECT name, count(*)::integer AS searches, count(*) FILTER (WHERE total = 0)::integer AS empty
  FROM search CROSS JOIN LATERAL unnest(properties) AS name GROUP BY name ORDER BY searches DESC, name COLLATE "C" LIMIT ${most}
), asked_condition AS (
  SELECT text, count(*)::integer AS searches, count(*) FILTER (WHERE total = 0)::integer AS empty
  FROM search CROSS JOIN LATERAL unnest(conditions) AS text GROUP BY text ORDER BY searches DESC, text COLLATE "C" LIMIT ${most}
), in_vain AS (
  SELECT filter, kinds, count(*)::integer AS searches, max(at) AS last
  FROM search WHERE total = 0 GROUP BY filter, kinds ORDER BY searches DESC, last DESC, filter COLLATE "C" LIMIT ${most}
)
SELECT (SELECT count(*)::integer FROM search) AS searches, (SELECT count(*)::integer FROM search WHERE total = 0) AS empty, (SELECT min(at) FROM investment.search_log) AS since,
  coalesce((SELECT json_agg(json_build_object('name', name, 'searches', searches, 'empty', empty) ORDER BY searches DESC, name COLLATE "C") FROM asked_property), '[]') AS properties,
  coalesce((SELECT json_agg(json_build_object('text', text, 'searches', searches, 'empty', empty) ORDER BY searches DESC, text COLLATE "C") FROM asked_condition), '[]') AS conditions,
  coalesce((SELECT json_agg(json_build_object('filter', filter, 'kinds', kinds, 'searches', searches, 'last', to_char(last AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY searches DESC, last DESC, filter COLLATE "C") FROM in_vain), '[]') AS "inVain"
