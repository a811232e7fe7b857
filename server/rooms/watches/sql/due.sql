-- Confirmed watches by letter of which something may be told: there are newer versions, and the last letter is old enough. Parameter: before. Leans on watch_told.
SELECT id FROM investment.watch
WHERE confirmed_at IS NOT NULL AND told_seq < (SELECT coalesce(max(seq), 0) FROM investment.site_version) AND (told_at IS NULL OR told_at <= ${before})
ORDER BY told_seq, id
