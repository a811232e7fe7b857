-- A municipal parcel as layer municipal-parcels shows it, its outline and box in metres of EPSG:2178, and whose data it is. Index parcel_key.
SELECT parcel.name, to_jsonb(parcel) - '{id,key,geom,geom_3857,source,source_date,demonstration}'::text[] AS properties, parcel.source, parcel.source_date::text AS source_date, parcel.demonstration,
  json_build_object('geometry', ST_AsGeoJSON(parcel.geom, 3)::json, 'west', ST_XMin(parcel.geom), 'south', ST_YMin(parcel.geom), 'east', ST_XMax(parcel.geom), 'north', ST_YMax(parcel.geom)) AS outline
FROM layer.municipal_parcels AS parcel WHERE parcel.key = ${key}
