-- The publication before, seen again, knows the row that shows it.
UPDATE office.publication SET plan_id = plan.id
FROM planning.plan
WHERE plan.key = ${key} AND plan.valid @> ${day}::date AND publication.id = (
  SELECT max(id) FROM office.publication WHERE procedure_key = ${key} AND withdrawn_at IS NULL)
