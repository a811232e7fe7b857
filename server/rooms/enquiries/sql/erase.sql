-- Forgets who asked and what they wrote, the office's note included: of enquiries closed, or taken for spam, before a moment. Returns how many.
-- Parameters: closedBefore, spamBefore.
WITH erased AS (
  UPDATE office.enquiry SET name = '', email = '', phone = NULL, company = NULL, message = '', note = '', sameness = sha256(''::bytea), erased_at = clock_timestamp(), version = version + 1
  WHERE erased_at IS NULL AND ((status = 'closed' AND changed_at < ${closedBefore}) OR (status = 'spam' AND changed_at < ${spamBefore})) RETURNING id
)
SELECT count(*)::integer AS erased FROM erased
