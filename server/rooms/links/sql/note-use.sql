-- Notes that a link was opened on a day; the first time on that day only.
-- Parameters: code, day. Leans on the primary key of meta.short_link.
UPDATE meta.short_link SET last_used_on = ${day}::date WHERE code = ${code} AND last_used_on IS DISTINCT FROM ${day}::date
