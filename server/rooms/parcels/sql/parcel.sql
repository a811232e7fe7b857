-- One parcel as it stood on a day: the register's facts, its geometry (degrees), and the city district with the largest part of it.
-- Leans on index parcel_key.
SELECT parcel.id, parcel.identifier, parcel.number, parcel.cadastral_district, parcel.registration_unit, parcel.register_area_m2,
  parcel.geometry_area_m2, parcel.registration_group, parcel.land_uses,
  CASE WHEN isfinite(lower(parcel.valid)) THEN lower(parcel.valid)::text END AS valid_from,
  CASE WHEN isfinite(upper(parcel.valid)) THEN upper(parcel.valid)::text END AS valid_to,
  ST_AsGeoJSON(shape.lonlat, 7)::json AS geometry,
  json_build_array(ST_X(shape.point), ST_Y(shape.point)) AS point,
  json_build_array(ST_XMin(shape.lonlat), ST_YMin(shape.lonlat), ST_XMax(shape.lonlat), ST_YMax(shape.lonlat)) AS bbox,
  (
    SELECT json_build_object('key', district.key, 'roman', district.roman, 'name', district.name)
    FROM layer.districts AS district
    WHERE ST_Intersects(district.geom, parcel.geom)
    ORDER BY ST_Area(ST_Intersection(district.geom, parcel.geom)) DESC
    LIMIT 1
  ) AS district,
  parcel.source, meta.source_date_on(parcel.source, ${day}::date) AS source_date, parcel.demonstration
FROM layer.parcels AS parcel
CROSS JOIN LATERAL (
  SELECT ST_ForcePolygonCCW(ST_Transform(parcel.geom, 4326)) AS lonlat, ST_SnapToGrid(ST_Transform(ST_PointOnSurface(parcel.geom), 4326), 1e-7) AS point
  OFFSET 0
) AS shape
WHERE parcel.key = ${identifier} AND parcel.valid @> ${day}::date
