-- Every version of an annotation that a viewer may see, the newest first: what was their author's own note stays the author's. Primary key.
-- Parameters: id, account, version (null: all).
SELECT version.version, version.at, version.action, version.note, version.content, ST_AsGeoJSON(ST_Transform(version.geom, 4326), 9, 0)::json AS geometry, version.geom::text AS drawn,
  (SELECT json_build_object('id', id, 'name', name) FROM office.account WHERE id = version.by_account) AS by
FROM office.annotation_version AS version JOIN office.annotation ON annotation.id = version.annotation_id
WHERE version.annotation_id = ${id}::uuid AND (${version}::integer IS NULL OR version.version = ${version}::integer)
  AND (version.content ->> 'visibility' <> 'mine' OR annotation.author = ${account}::integer)
ORDER BY version.version DESC
