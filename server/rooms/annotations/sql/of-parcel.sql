-- A condition: an annotation that is about a parcel, or whose place lies in it. Found once, by their indexes: annotation_subject_key, parcel_key, annotation_place.
-- Parameters: key.
annotation.id IN (
  SELECT subject.annotation_id FROM office.annotation_subject AS subject WHERE subject.kind = 'parcel' AND subject.key = ${key}
  UNION ALL SELECT placed.id FROM cadastre.parcel JOIN office.annotation AS placed ON ST_Intersects(parcel.geom, placed.place) WHERE parcel.key = ${key} AND upper_inf(parcel.valid)
)
