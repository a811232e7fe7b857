-- How many annotations an export would hold.
-- Parameters: where, status (conditions).
SELECT count(*)::integer AS many FROM office.annotation WHERE ${where:raw} AND ${status:raw}
