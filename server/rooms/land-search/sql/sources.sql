-- Whose and of which day the newest data of a layer is, and whether any of it is demonstration. Parameters: view.
SELECT (array_agg(source ORDER BY source_date DESC NULLS LAST))[1] AS source, max(source_date) AS source_date, coalesce(bool_or(demonstration), false) AS demonstration FROM ${view}
