-- Every version of a site, the latest first. Primary key.
-- Parameters: key.
SELECT told.version, told.at, json_build_object('id', account.id, 'name', account.name) AS by, told.action, told.note, round(ST_Area(told.geom)::numeric, 1)::float8 AS "areaM2", told.content
FROM office.site_version AS told JOIN office.account ON account.id = told.by_account
WHERE told.site_key = ${key} ORDER BY told.version DESC
