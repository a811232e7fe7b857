-- The next version of an enquiry that is locked. Primary key.
-- Parameters: id, status, assignee, note, by, now.
UPDATE office.enquiry SET version = version + 1, status = ${status}, assignee = ${assignee}, note = ${note}, changed_by = ${by}, changed_at = greatest(${now}::timestamptz, changed_at) WHERE id = ${id}
