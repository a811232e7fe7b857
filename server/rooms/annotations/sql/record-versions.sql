-- Keeps the versions that stand now, with their entries in the audit trail: the last statement of a transaction.
-- Parameters: ids, by, action, note.
SELECT office.record_version(id, ${by}, ${action}, ${note}) FROM unnest(${ids}::uuid[]) AS id
