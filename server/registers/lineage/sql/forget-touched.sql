-- Takes away the lineage of the parcels that an import touched (import_touched), to be found anew. Gives the days on which it was.
CREATE TEMPORARY TABLE lineage_touched ON COMMIT DROP AS SELECT DISTINCT key FROM import_touched;
ANALYZE lineage_touched;
WITH gone AS (
  DELETE FROM cadastre.lineage WHERE parent_key IN (SELECT key FROM lineage_touched) OR child_key IN (SELECT key FROM lineage_touched)
  RETURNING day
)
SELECT DISTINCT day::text AS day FROM gone
