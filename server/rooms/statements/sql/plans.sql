-- Plans as they were on a day, each with the next date of its procedure: the end of what runs, or the first event to come.
-- ${where}: a condition on `plan`; ${measure}: one more column (area inside a district). Few rows; index plan_key for one plan.
SELECT plan.id, plan.key, plan.name, plan.kind, state.status, state.stage, plan.resolution, plan.resolution_date::text, plan.journal,
  plan.in_force_from::text, plan.in_force_to::text, plan.area_ha, plan.definition_regime, plan.procedure,
  next.on_date::text AS next_date, next.stage AS next_stage, coalesce(next.ends, false) AS next_ends, plan.source, meta.source_date_on(plan.source, ${day}::date)::text AS source_date, plan.demonstration
  ${measure:raw}
FROM layer.plans AS plan
CROSS JOIN LATERAL planning.plan_on(plan.id, ${day}::date) AS state
LEFT JOIN LATERAL (
  SELECT CASE WHEN event.on_date > ${day}::date THEN event.on_date ELSE event.until_date END AS on_date, event.stage, event.on_date <= ${day}::date AS ends
  FROM planning.plan_event AS event
  WHERE event.plan_id = plan.id AND (event.on_date > ${day}::date OR event.until_date >= ${day}::date)
  ORDER BY 1, event.ordinal LIMIT 1
) AS next ON true
WHERE plan.valid @> ${day}::date AND ${where:raw}
ORDER BY plan.name, plan.key
