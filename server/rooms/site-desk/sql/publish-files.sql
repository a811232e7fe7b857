-- The files that everybody may read with a site: those that its content names, in its order. Primary keys.
-- Parameters: key.
INSERT INTO investment.site_file (site_key, id, ordinal, title)
SELECT site.key, file.id, named.ordinal, named.value ->> 'title'
FROM office.site CROSS JOIN LATERAL jsonb_array_elements(site.content -> 'files') WITH ORDINALITY AS named (value, ordinal)
JOIN office.site_file AS file ON file.id = (named.value ->> 'id')::uuid AND file.site_key = site.key
WHERE site.key = ${key}
