-- Where a code leads, and whether it was opened that day before.
-- Parameters: code, day. Leans on the primary key of meta.short_link.
SELECT target, last_used_on IS NOT DISTINCT FROM ${day}::date AS noted FROM meta.short_link WHERE code = ${code}
