-- A letter that the mail server has taken: what it said is forgotten. Primary key.
-- Parameters: id.
UPDATE mail.outbox SET sent_at = clock_timestamp(), recipient = NULL, subject = NULL, body = NULL, headers = '{}', last_error = NULL WHERE id = ${id} AND sent_at IS NULL
