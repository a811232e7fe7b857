-- Keeps a link under a code that is free; the answer is the target that has the code, and whether it is new.
-- Parameters: code, target. Leans on the primary key of meta.short_link.
WITH kept AS (
  INSERT INTO meta.short_link (code, target) VALUES (${code}, ${target}) ON CONFLICT (code) DO NOTHING RETURNING target
)
SELECT target, true AS created FROM kept
UNION ALL
SELECT target, false AS created FROM meta.short_link WHERE code = ${code}
LIMIT 1
