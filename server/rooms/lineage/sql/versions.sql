-- The versions of a parcel number, oldest first, and the first day of which the register can speak. Index parcel_key.
SELECT CASE WHEN isfinite(lower(parcel.valid)) THEN lower(parcel.valid)::text END AS valid_from,
  CASE WHEN isfinite(upper(parcel.valid)) THEN upper(parcel.valid)::text END AS valid_to,
  parcel.valid @> ${today}::date AS stands, parcel.register_area_m2, round(ST_Area(parcel.geom)::numeric, 1)::double precision AS geometry_area_m2,
  dataset.name AS source, meta.source_date_on(dataset.name, CASE WHEN isfinite(lower(parcel.valid)) THEN lower(parcel.valid) ELSE meta.known_since('parcels') END) AS source_date,
  dataset.demonstration, meta.known_since('parcels')::text AS known_since
FROM cadastre.parcel JOIN meta.dataset ON dataset.id = parcel.dataset_id
WHERE parcel.key = ${identifier}
ORDER BY parcel.valid
