-- Ends a word that stands.
UPDATE planning.overlap_overruling SET until_day = greatest(${day}::date, from_day), revoked_by = ${account}, revoked_at = now() WHERE id = ${id} AND until_day IS NULL
RETURNING id
