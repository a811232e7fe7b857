-- When the versions of a plan (by key) stand: first day, and the day after the last. Index plan_key.
SELECT CASE WHEN isfinite(lower(valid)) THEN lower(valid)::text END AS "from", CASE WHEN isfinite(upper(valid)) THEN upper(valid)::text END AS "to"
FROM planning.plan WHERE key = ${key} ORDER BY valid
