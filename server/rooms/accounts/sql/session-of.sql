-- The living session of a token and whose it is: not over, not idle for too long, the account not disabled.
-- Parameters: tokenHash, now, idleMs. Leans on the unique token_hash.
SELECT session.id, session.state, session.signed_in_by AS "signedInBy", session.seen_at AS "seenAt", session.ends_at AS "endsAt",
  session.enrolling_sealed AS "enrollingSealed", session.id_token AS "idToken",
  account.id AS "accountId", account.login, account.name, account.role, account.whole_city AS "wholeCity", area.areas
FROM office.session
JOIN office.account ON account.id = session.account_id AND account.disabled_at IS NULL
CROSS JOIN LATERAL (
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', account_area.kind, 'key', account_area.key) ORDER BY account_area.kind, account_area.key), '[]') AS areas
  FROM office.account_area WHERE account_area.account_id = account.id
) AS area
WHERE session.token_hash = ${tokenHash} AND session.ends_at > ${now}::timestamptz
  AND session.seen_at > ${now}::timestamptz - ${idleMs} * interval '1 millisecond'
