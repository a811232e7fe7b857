-- Acts that the desk published, as they are on a day: a plan comes into force, a consultation ends, and nobody has to publish anew.
-- Parameters: day, dataset (its name). Returns the keys that changed. Leans on the index of the data set.
UPDATE planning.plan SET status = state.status, stage = state.stage
FROM planning.plan AS published
JOIN meta.dataset ON dataset.id = published.dataset_id AND dataset.name = ${dataset}
CROSS JOIN LATERAL planning.plan_on(published.id, ${day}::date) AS state
WHERE plan.id = published.id AND published.valid @> ${day}::date AND (state.status, state.stage) IS DISTINCT FROM (published.status, published.stage)
RETURNING plan.key
