-- The parcels that stand before an import, to see afterwards which ended; of those with annotations also their ground. Gone with the transaction.
CREATE TEMPORARY TABLE lineage_before ON COMMIT DROP AS
SELECT parcel.id, parcel.key, dataset.demonstration,
  CASE WHEN parcel.key IN (SELECT key FROM office.annotation_subject WHERE kind = 'parcel') THEN parcel.geom END AS geom
FROM cadastre.parcel JOIN meta.dataset ON dataset.id = parcel.dataset_id
WHERE upper_inf(parcel.valid)
