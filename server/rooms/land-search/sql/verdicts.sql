-- What some conditions say of every piece of land, in the order of ids: a letter t, f or u (not known) a condition, and the version of the facts it is true of.
-- Parameters: columns (what the conditions name), letters (SQL of a text over them). Reads both views whole: conditions are counted one by one, so no index can
-- help; OFFSET 0 makes the views compute a column once, however many conditions ask it.
SELECT state.version, state.as_of AS day,
  coalesce((SELECT string_agg(${letters:raw}, '' ORDER BY id) FROM (SELECT id, ${columns:name} FROM layer.investment_sites OFFSET 0) AS land), '') AS site,
  coalesce((SELECT string_agg(${letters:raw}, '' ORDER BY id) FROM (SELECT id, ${columns:name} FROM layer.municipal_parcels OFFSET 0) AS land), '') AS parcel
FROM investment.fact_state AS state
