-- How many watches an address has, and how many of them wait to be confirmed. Parameter: email. Leans on watch_email.
SELECT count(*)::integer AS all, (count(*) FILTER (WHERE confirmed_at IS NULL))::integer AS waiting FROM investment.watch WHERE lower(email) = lower(${email})
