-- How many watches a letter box has, and how many of them wait to be confirmed: what stands behind a plus sign is the same box. Parameter: box. They are few.
SELECT count(*)::integer AS all, (count(*) FILTER (WHERE confirmed_at IS NULL))::integer AS waiting FROM investment.watch WHERE regexp_replace(lower(email), '[+][^@]*@', '@') = ${box}
