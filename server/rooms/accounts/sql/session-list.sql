-- The living sessions of an account with all factors, latest first.
-- Parameters: accountId, now, idleMs. Leans on session_account.
SELECT id, signed_in_by AS "signedInBy", device, started_at AS "startedAt", seen_at AS "seenAt", ends_at AS "endsAt"
FROM office.session
WHERE account_id = ${accountId} AND state = 'signed-in' AND ends_at > ${now}::timestamptz
  AND seen_at > ${now}::timestamptz - ${idleMs} * interval '1 millisecond'
ORDER BY seen_at DESC, id DESC
