-- The number of the next version of an annotation that is locked; office.record_version keeps it. Primary key.
-- Parameters: annotation, by.
UPDATE office.annotation SET version = version + 1, changed_at = greatest(clock_timestamp(), changed_at), changed_by = ${by}
WHERE id = ${annotation}::uuid
RETURNING version
