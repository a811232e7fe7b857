-- A condition: an annotation that is about a parcel, or whose place lies in it. Indexes annotation_subject_key, parcel_key.
-- Parameters: key.
EXISTS (SELECT FROM office.annotation_subject AS subject WHERE subject.annotation_id = annotation.id AND subject.kind = 'parcel' AND subject.key = ${key})
OR EXISTS (SELECT FROM cadastre.parcel WHERE parcel.key = ${key} AND upper_inf(parcel.valid) AND ST_Intersects(parcel.geom, annotation.place))
