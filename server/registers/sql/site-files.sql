-- Files of a listed site that everybody may read, in their order, without their bytes. Primary key.
-- Parameters: key.
SELECT shown.id, file.kind, shown.title, file.media_type AS "mediaType", file.bytes
FROM investment.site_file AS shown JOIN office.site_file AS file ON file.id = shown.id
WHERE shown.site_key = ${key}
ORDER BY shown.ordinal
