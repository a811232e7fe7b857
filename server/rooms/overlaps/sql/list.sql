-- Words on overlaps of a parcel, the newest first; one of them where id is given.
SELECT word.id, word.parcel, word.layer, word.zone_key AS zone, word.says, word.reason, word.from_day AS "fromDay", json_build_object('id', author.id, 'name', author.name) AS by, word.at,
  word.until_day AS "untilDay", CASE WHEN revoker.id IS NOT NULL THEN json_build_object('id', revoker.id, 'name', revoker.name) END AS "revokedBy", word.revoked_at AS "revokedAt"
FROM planning.overlap_overruling AS word
JOIN office.account AS author ON author.id = word.by_account
LEFT JOIN office.account AS revoker ON revoker.id = word.revoked_by
WHERE (${parcel}::text IS NULL OR word.parcel = ${parcel}) AND (${id}::integer IS NULL OR word.id = ${id})
ORDER BY word.id DESC
