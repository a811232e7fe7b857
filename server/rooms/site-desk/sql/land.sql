-- The union of parcels that stand on a day, which of those named do not, and whether any comes from demonstration data. Index parcel_key.
-- Parameters: parcels, day.
SELECT ST_Multi(ST_Union(parcel.geom)) AS geom, coalesce(bool_or(dataset.demonstration), false) AS demonstration,
  coalesce(array_agg(named.key ORDER BY named.ordinal) FILTER (WHERE parcel.id IS NULL), '{}') AS missing
FROM unnest(${parcels}::text[]) WITH ORDINALITY AS named (key, ordinal)
LEFT JOIN cadastre.parcel ON parcel.key = named.key AND parcel.valid @> ${day}::date
LEFT JOIN meta.dataset ON dataset.id = parcel.dataset_id
