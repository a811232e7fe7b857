-- Municipal parcels as layer municipal-parcels shows them, and whose data they are, in the order of their keys. Index parcel_key.
SELECT parcel.key, parcel.name, to_jsonb(parcel) - '{id,key,geom,geom_3857,source,source_date,demonstration}'::text[] AS properties, parcel.source, parcel.source_date::text AS source_date, parcel.demonstration
FROM layer.municipal_parcels AS parcel WHERE parcel.key = ANY (${keys}::text[]) ORDER BY parcel.key
