-- The publication that the public sees, and whether what stands is still its own: the register may have brought a version of its own since.
SELECT publication.id, publication.draft, plan.id IS NOT NULL AND NOT EXISTS (
    SELECT FROM planning.zone JOIN meta.dataset ON dataset.id = zone.dataset_id WHERE zone.plan_key = ${key} AND zone.valid @> ${day}::date AND dataset.name <> ${zonesName}) AS own
FROM office.publication
LEFT JOIN planning.plan ON plan.id = publication.plan_id AND plan.key = ${key} AND plan.valid @> ${day}::date AND plan.dataset_id = (SELECT id FROM meta.dataset WHERE name = ${plansName})
WHERE publication.procedure_key = ${key} AND publication.withdrawn_at IS NULL
ORDER BY publication.id DESC LIMIT 1
