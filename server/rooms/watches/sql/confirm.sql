-- Confirms a watch by the token of its first letter, once. Parameters: hash, now, since (older ones are void). Leans on watch_confirm_hash_key.
UPDATE investment.watch SET confirm_hash = NULL, confirmed_at = ${now}
WHERE confirm_hash = ${hash} AND created_at >= ${since}
RETURNING id, name, lang, end_token AS "endToken"
