-- When a parcel stood: every version's first day and the day after its last; null where there is no such day. Index parcel_key.
SELECT CASE WHEN isfinite(lower(valid)) THEN lower(valid)::text END AS valid_from, CASE WHEN isfinite(upper(valid)) THEN upper(valid)::text END AS valid_to
FROM layer.parcels
WHERE key = ${identifier}
ORDER BY valid
