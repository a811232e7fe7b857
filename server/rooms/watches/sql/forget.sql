-- Deletes watches that nobody confirmed in time, and feeds that nobody reads. Parameters: unconfirmedSince, unreadSince (instants). Leans on nothing: they are few.
DELETE FROM investment.watch
WHERE (email IS NOT NULL AND confirmed_at IS NULL AND created_at < ${unconfirmedSince}) OR (email IS NULL AND created_at < ${unreadSince} AND coalesce(read_on < ${unreadSince}::date, true))
