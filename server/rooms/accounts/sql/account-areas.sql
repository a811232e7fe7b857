-- Replaces the areas of an account.
-- Parameters: id, areas (JSON array of {kind, key}). Leans on the primary key.
WITH wanted AS (SELECT DISTINCT kind, key FROM jsonb_to_recordset(${areas:json}::jsonb) AS area (kind text, key text)),
gone AS (
  DELETE FROM office.account_area AS had
  WHERE had.account_id = ${id} AND NOT EXISTS (SELECT FROM wanted WHERE wanted.kind = had.kind AND wanted.key = had.key)
)
INSERT INTO office.account_area (account_id, kind, key) SELECT ${id}, kind, key FROM wanted ON CONFLICT DO NOTHING
