-- Enquiries, newest first, without those that the conditions leave out. Primary key backwards.
-- Parameters: status, site, before (each null: any), limit.
SELECT enquiry.id, enquiry.reference, enquiry.version, json_build_object('key', enquiry.site_key, 'name', enquiry.site_name, 'listed', site.key IS NOT NULL) AS site,
  CASE WHEN enquiry.erased_at IS NULL THEN enquiry.name END AS name, CASE WHEN enquiry.erased_at IS NULL THEN enquiry.company END AS company, enquiry.received_at AS "receivedAt", enquiry.status,
  CASE WHEN account.id IS NOT NULL THEN json_build_object('id', account.id, 'name', account.name) END AS assignee,
  CASE WHEN enquiry.erased_at IS NULL THEN left(regexp_replace(enquiry.message, '\s+', ' ', 'g'), 140) END AS begins
FROM office.enquiry LEFT JOIN office.account ON account.id = enquiry.assignee LEFT JOIN investment.site ON site.key = enquiry.site_key
WHERE (${status}::text IS NULL OR enquiry.status = ${status}) AND (${site}::text IS NULL OR enquiry.site_key = ${site}) AND (${before}::integer IS NULL OR enquiry.id < ${before}::integer)
ORDER BY enquiry.id DESC LIMIT ${limit}
