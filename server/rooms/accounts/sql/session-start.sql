-- Starts a session, and takes away those that are over.
-- Parameters: tokenHash, accountId, state, signedInBy, now, endsAt, device, idToken, idleMs. Leans on session_ends.
WITH over AS (
  DELETE FROM office.session
  WHERE ends_at <= ${now}::timestamptz OR seen_at <= ${now}::timestamptz - ${idleMs} * interval '1 millisecond'
)
INSERT INTO office.session (token_hash, account_id, state, signed_in_by, started_at, seen_at, ends_at, device, id_token)
VALUES (${tokenHash}, ${accountId}, ${state}, ${signedInBy}, ${now}::timestamptz, ${now}::timestamptz, ${endsAt}::timestamptz, ${device}, ${idToken})
RETURNING id
