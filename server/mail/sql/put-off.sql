-- A letter that was not taken: tried again after some seconds, or given up and forgotten. Primary key.
-- Parameters: id, error, waitS (null: given up).
UPDATE mail.outbox SET last_error = ${error}, due_at = clock_timestamp() + make_interval(secs => coalesce(${waitS}::float8, 0)),
  given_up_at = CASE WHEN ${waitS}::float8 IS NULL THEN clock_timestamp() END, recipient = CASE WHEN ${waitS}::float8 IS NOT NULL THEN recipient END,
  subject = CASE WHEN ${waitS}::float8 IS NOT NULL THEN subject END, body = CASE WHEN ${waitS}::float8 IS NOT NULL THEN body END
WHERE id = ${id} AND sent_at IS NULL AND given_up_at IS NULL
