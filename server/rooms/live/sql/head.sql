-- The number of the last entry of the audit trail, 0 when there is none. Primary key.
SELECT coalesce(max(seq), 0)::float8 AS head FROM audit.entry
