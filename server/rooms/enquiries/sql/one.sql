-- One enquiry with all that is known of it, letters to the office and what was done included. Primary key; audit entries by subject.
-- Parameters: id.
SELECT enquiry.id, enquiry.reference, enquiry.version, json_build_object('key', enquiry.site_key, 'name', enquiry.site_name, 'listed', site.key IS NOT NULL) AS site,
  CASE WHEN enquiry.erased_at IS NULL THEN enquiry.name END AS name, CASE WHEN enquiry.erased_at IS NULL THEN enquiry.email END AS email, CASE WHEN enquiry.erased_at IS NULL THEN enquiry.phone END AS phone,
  CASE WHEN enquiry.erased_at IS NULL THEN enquiry.company END AS company, CASE WHEN enquiry.erased_at IS NULL THEN enquiry.message END AS message,
  enquiry.received_at AS "receivedAt", enquiry.status, enquiry.note, enquiry.erased_at AS "erasedAt", enquiry.changed_at AS "changedAt",
  CASE WHEN account.id IS NOT NULL THEN json_build_object('id', account.id, 'name', account.name) END AS assignee,
  CASE WHEN changer.id IS NOT NULL THEN json_build_object('id', changer.id, 'name', changer.name) END AS "changedBy",
  (SELECT coalesce(json_agg(json_build_object('state', CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN given_up_at IS NOT NULL THEN 'failed' ELSE 'waiting' END,
    'at', to_char(coalesce(sent_at, given_up_at, created_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY id), '[]') FROM mail.outbox WHERE purpose = 'enquiry' AND purpose_key LIKE enquiry.reference || ' %') AS mail,
  (SELECT coalesce(json_agg(json_build_object('at', to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', CASE WHEN actor.id IS NOT NULL THEN json_build_object('id', actor.id, 'name', actor.name) END,
    'status', entry.detail ->> 'status', 'assignee', CASE WHEN given.id IS NOT NULL THEN json_build_object('id', given.id, 'name', given.name) END) ORDER BY entry.seq), '[]')
    FROM audit.entry LEFT JOIN office.account AS actor ON actor.id = entry.actor LEFT JOIN office.account AS given ON given.id = (entry.detail ->> 'assignee')::integer
    WHERE entry.subject_kind = 'enquiry' AND entry.subject = enquiry.id::text) AS history
FROM office.enquiry LEFT JOIN office.account ON account.id = enquiry.assignee LEFT JOIN office.account AS changer ON changer.id = enquiry.changed_by LEFT JOIN investment.site ON site.key = enquiry.site_key
WHERE enquiry.id = ${id}
