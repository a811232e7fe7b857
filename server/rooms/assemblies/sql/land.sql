-- The parcels that pass a filter, with what assemblies are made of; the box in EPSG:2178 as [west, south, east, north].
-- Per request: where (SQL of the filter). Index: primary key of investment.fact.
SELECT parcel.id, parcel.identifier, fact.area_m2 AS "areaM2", fact.perimeter_m AS "perimeterM", fact.ownership, fact.road_contact AS "roadContact",
  ARRAY[ST_XMin(fact.box), ST_YMin(fact.box), ST_XMax(fact.box), ST_YMax(fact.box)] AS box
FROM layer.municipal_parcels AS parcel JOIN investment.fact ON fact.layer = 'municipal-parcels' AND fact.object_id = parcel.id
WHERE parcel.id IN (SELECT id FROM layer.municipal_parcels WHERE ${where:raw})
