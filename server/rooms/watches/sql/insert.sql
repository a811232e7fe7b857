-- Keeps a watch from what is told next on. Parameters: id, endToken, name, filter, kinds, lang, email (null: a feed), confirmHash (null: a feed), now.
INSERT INTO investment.watch (id, end_token, name, filter, kinds, lang, email, confirm_hash, created_at, started_seq, told_seq)
SELECT ${id}, ${endToken}, ${name}, ${filter}, ${kinds}::text[], ${lang}, ${email}, ${confirmHash}, ${now}, told.seq, told.seq
FROM (SELECT coalesce(max(seq), 0) AS seq FROM investment.site_version) AS told
