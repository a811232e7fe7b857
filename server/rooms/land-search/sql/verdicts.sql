-- What some conditions say of every piece of land, in the order of ids: a letter t, f or u (not known) a condition, and the version of the facts it is true of.
-- Parameters: letters (SQL of a text over the columns of both layers). Reads both views whole: conditions are counted one by one, so no index can help.
SELECT state.version, state.as_of AS day,
  coalesce((SELECT string_agg(${letters:raw}, '' ORDER BY id) FROM layer.investment_sites), '') AS site,
  coalesce((SELECT string_agg(${letters:raw}, '' ORDER BY id) FROM layer.municipal_parcels), '') AS parcel
FROM investment.fact_state AS state
