-- A file of a listed site that everybody may read. Primary keys.
-- Parameters: key, id.
SELECT shown.title, file.media_type AS "mediaType", file.data, encode(file.sha256, 'hex') AS sha256
FROM investment.site_file AS shown JOIN office.site_file AS file ON file.id = shown.id
WHERE shown.site_key = ${key} AND shown.id = ${id}::uuid
