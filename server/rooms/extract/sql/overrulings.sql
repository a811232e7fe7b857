-- What the office says of overlaps of a parcel on a day, whatever was measured. Index overlap_overruling_parcel.
SELECT layer, zone_key AS key, says, reason, from_day AS since FROM planning.overlap_overruling
WHERE parcel = ${parcel} AND from_day <= ${day}::date AND (until_day IS NULL OR until_day > ${day}::date)
