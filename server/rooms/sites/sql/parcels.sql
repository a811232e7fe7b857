-- The parcels that an offer names, in its order, as the register has them on a day: one row each, also where no such parcel stands.
-- Leans on index parcel_key.
SELECT named.identifier, parcel.id IS NOT NULL AS registered, parcel.number, district.name AS "cadastralDistrict", parcel.register_area_m2 AS "registerAreaM2",
  round(ST_Area(parcel.geom)::numeric, 1)::double precision AS "geometryAreaM2", parcel.registration_group AS "registrationGroup",
  CASE WHEN parcel.registration_group = 4 THEN 'municipality' WHEN parcel.registration_group = 5 THEN 'municipality-usufruct' WHEN parcel.registration_group = 6 THEN 'municipal-company'
    WHEN parcel.registration_group IN (1, 3) THEN 'state' WHEN parcel.registration_group = 2 THEN 'state-usufruct' WHEN parcel.registration_group IN (11, 12, 13, 14) THEN 'self-government'
    WHEN parcel.registration_group IS NOT NULL THEN 'other' END AS ownership
FROM unnest(${identifiers}::text[]) WITH ORDINALITY AS named (identifier, place)
LEFT JOIN cadastre.parcel ON parcel.key = named.identifier AND parcel.valid @> ${day}::date
LEFT JOIN layer.cadastral_districts AS district ON district.key = parcel.district_id
ORDER BY named.place
