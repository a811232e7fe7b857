-- What the act is today, as on any other day.
UPDATE planning.plan SET status = state.status, stage = state.stage FROM planning.plan_on(${planId}, ${day}::date) AS state WHERE plan.id = ${planId}
