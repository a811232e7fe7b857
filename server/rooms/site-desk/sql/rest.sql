-- What else the desk shows of one site: its land, whose the public row is, parcels that stand no more, and its files without their bytes. Primary keys.
-- Parameters: key, day, datasets (names of the desk's own).
SELECT ST_AsGeoJSON(ST_Transform(site.geom, 4326), 7)::json AS geometry,
  (SELECT json_build_array(ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)) FROM (SELECT ST_Transform(site.geom, 4326) AS box OFFSET 0) AS around) AS bbox,
  coalesce((SELECT CASE WHEN dataset.name = ANY (${datasets}::text[]) THEN 'desk' ELSE 'other' END FROM investment.site AS shown JOIN meta.dataset ON dataset.id = shown.dataset_id WHERE shown.key = site.key), 'nobody') AS "listedBy",
  (SELECT coalesce(json_agg(named.key ORDER BY named.ordinal), '[]') FROM jsonb_array_elements_text(site.content -> 'parcels') WITH ORDINALITY AS named (key, ordinal)
    WHERE NOT EXISTS (SELECT FROM cadastre.parcel WHERE parcel.key = named.key AND parcel.valid @> ${day}::date)) AS "missingParcels",
  (SELECT coalesce(json_agg(json_build_object('id', file.id, 'kind', file.kind, 'name', file.name, 'mediaType', file.media_type, 'bytes', file.bytes, 'addedBy', json_build_object('id', account.id, 'name', account.name),
    'addedAt', to_char(file.added_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY file.added_at, file.id), '[]')
    FROM office.site_file AS file JOIN office.account ON account.id = file.added_by WHERE file.site_key = site.key) AS files
FROM office.site WHERE site.key = ${key}
