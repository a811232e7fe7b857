-- Whether an account may write at a parcel of today, and whether the zone (view: of the layer) comes within reach of it (m): the sum of both accuracies.
SELECT office.may_write_at(${account}, ST_PointOnSurface(parcel.geom)) AS "inArea",
  EXISTS (SELECT FROM ${view:raw} AS zone WHERE zone.key = ${zone} AND zone.valid @> ${day}::date AND ST_DWithin(zone.geom, parcel.geom, ${reach})) AS meets
FROM cadastre.parcel WHERE parcel.key = ${parcel} AND parcel.valid @> ${day}::date
