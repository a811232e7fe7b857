-- What the office says of overlaps of these parcels with zones on a day. Index overlap_overruling_parcel.
SELECT parcel, layer, zone_key AS zone, says, reason, from_day AS since FROM planning.overlap_overruling
WHERE parcel = ANY (${parcels}::text[]) AND from_day <= ${day}::date AND (until_day IS NULL OR until_day > ${day}::date)
ORDER BY parcel, zone_key
