-- Parcels with these identifiers as they stood on a day. Index parcel_key.
SELECT parcel.key AS identifier FROM cadastre.parcel WHERE parcel.key = ANY (${identifiers}::text[]) AND parcel.valid @> ${day}::date
