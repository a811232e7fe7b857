-- The act as the public sees it from a day on: the procedure's content, with what the register said and nobody has said since. Status and stage are
-- set afterwards, by planning.plan_on. facts: ActFacts. register: the last row of the plan that did not come from the desk.
WITH register AS (
  SELECT attributes FROM office.standing_plan AS standing JOIN office.publication ON publication.id = standing.publication_id
  WHERE publication.procedure_key = ${key} AND (standing.attributes ->> 'dataset_id')::integer <> ${dataset} ORDER BY publication.id DESC LIMIT 1
),
said AS (
  SELECT attributes AS register, ${facts}::jsonb AS facts FROM (SELECT 1) AS always LEFT JOIN register ON true
)
INSERT INTO planning.plan (id, key, dataset_id, valid, name, kind, status, stage, resolution, resolution_date, journal, published_on, in_force_from, in_force_to, replaces, definition_regime, procedure, geom)
SELECT ${planId}, procedure.key, ${dataset}, daterange(${day}::date, NULL), procedure.name, procedure.kind,
  coalesce(register ->> 'status', 'in-preparation'), coalesce(register ->> 'stage', 'INITIATION'),
  coalesce(facts ->> 'resolution', register ->> 'resolution'), coalesce(facts ->> 'resolutionDate', register ->> 'resolution_date')::date,
  coalesce(facts ->> 'journal', register ->> 'journal'), coalesce(facts ->> 'publishedOn', register ->> 'published_on')::date,
  coalesce(facts ->> 'inForceFrom', register ->> 'in_force_from')::date, coalesce(facts ->> 'inForceTo', register ->> 'in_force_to')::date,
  procedure.replaces, procedure.definition_regime, procedure.procedure, procedure.geom
FROM office.procedure CROSS JOIN said WHERE procedure.key = ${key}
