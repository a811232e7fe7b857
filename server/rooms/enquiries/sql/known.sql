-- What became of the same enquiry before: of this very form (`used`: it was sent with other words), or of the same words since a moment. Primary key, index enquiry_sameness.
-- Parameters: tokenHash (bytea), sameness (bytea), since.
SELECT form.sameness IS NOT NULL AND form.sameness <> ${sameness} AS used,
  coalesce(CASE WHEN form.sameness = ${sameness} THEN form.reference END, (SELECT reference FROM office.enquiry WHERE sameness = ${sameness} AND received_at > ${since} ORDER BY received_at DESC LIMIT 1)) AS reference
FROM (SELECT 1) AS one LEFT JOIN office.enquiry_token AS form ON form.token_hash = ${tokenHash}
