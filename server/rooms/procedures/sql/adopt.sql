-- A plan of the register becomes a procedure, as it stands on a day; nothing comes back where there is no such plan or a procedure already.
-- A replaced plan is known by the key of the effect, else by the field.
INSERT INTO office.procedure (key, version, name, kind, procedure, definition_regime, replaces, events, documents, geom, changed_at, changed_by)
SELECT plan.key, 1, left(plan.name, 200), plan.kind, plan.procedure, plan.definition_regime,
  coalesce((SELECT effect.affected FROM planning.plan_effect AS effect WHERE effect.plan_id = plan.id AND effect.effect = 'replaces' ORDER BY effect.ordinal LIMIT 1), plan.replaces),
  coalesce((SELECT jsonb_agg(jsonb_build_object('stage', event.stage, 'title', left(event.title, 300), 'dueOn', NULL, 'onDate', event.on_date, 'untilDate', event.until_date, 'document', left(event.document, 300)) ORDER BY event.ordinal)
    FROM planning.plan_event AS event WHERE event.plan_id = plan.id), '[]'),
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', document.kind, 'title', left(document.title, 300), 'number', left(document.number, 100), 'dated', document.dated, 'url', document.url) ORDER BY document.ordinal)
    FROM planning.plan_document AS document WHERE document.plan_id = plan.id), '[]'),
  plan.geom, clock_timestamp(), ${account}
FROM planning.plan
WHERE plan.key = ${key} AND plan.valid @> ${day}::date
ON CONFLICT (key) DO NOTHING
RETURNING kind
