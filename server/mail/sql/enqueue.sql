-- Mail to be sent; no row where this purpose and key are known already. Unique purpose and key.
-- Parameters: purpose, purposeKey, to, subject, text, headers (JSON text).
INSERT INTO mail.outbox (purpose, purpose_key, recipient, subject, body, headers, due_at)
VALUES (${purpose}, ${purposeKey}, ${to}, ${subject}, ${text}, ${headers}::jsonb, clock_timestamp())
ON CONFLICT (purpose, purpose_key) DO NOTHING
RETURNING id
