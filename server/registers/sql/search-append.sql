-- Appends one search to the log and takes away what is older than 400 days. Parameters: filter, conditions, properties, kinds, total, door. Index search_log_at.
WITH forgotten AS (
  DELETE FROM investment.search_log WHERE at < now() - interval '400 days'
)
INSERT INTO investment.search_log (filter, conditions, properties, kinds, total, door)
VALUES (${filter}, ${conditions}::text[], ${properties}::text[], ${kinds}::text[], ${total}, ${door})
