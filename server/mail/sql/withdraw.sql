-- Letters of a purpose that wait to be sent are given up and forgotten. Parameters: purpose, beginning of the purpose key. Leans on the unique purpose and key.
UPDATE mail.outbox SET given_up_at = clock_timestamp(), recipient = NULL, subject = NULL, body = NULL, headers = '{}', last_error = NULL
WHERE purpose = ${purpose} AND starts_with(purpose_key, ${beginning}) AND sent_at IS NULL AND given_up_at IS NULL
