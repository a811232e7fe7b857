-- Sites of the office as they stand; one of them, or all by name. Primary key.
-- Parameters: key (null: all).
SELECT site.key, site.version, site.published_version AS "publishedVersion", site.content, site.demonstration, round(ST_Area(site.geom)::numeric, 1)::float8 AS "areaM2", site.created_at AS "createdAt", site.changed_at AS "changedAt",
  json_build_object('id', account.id, 'name', account.name) AS "changedBy",
  EXISTS (SELECT FROM office.site_version AS told WHERE told.site_key = site.key AND told.action = 'published') AS "everPublished"
FROM office.site JOIN office.account ON account.id = site.changed_by
WHERE ${key}::text IS NULL OR site.key = ${key}
ORDER BY site.content ->> 'name', site.key
