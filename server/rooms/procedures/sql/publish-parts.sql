-- Events that have their day, documents, and effects on other acts, of the act just published. Effects that the desk does not know of stay as they were;
-- the replaced plan is that of the procedure, replaced in whole where the new boundary covers it.
WITH event AS (
  INSERT INTO planning.plan_event (plan_id, ordinal, stage, on_date, until_date, title, document)
  SELECT ${planId}, row_number() OVER (ORDER BY given.place), event.stage, event."onDate", event."untilDate", event.title, event.document
  FROM office.procedure CROSS JOIN jsonb_array_elements(procedure.events) WITH ORDINALITY AS given (one, place)
  CROSS JOIN jsonb_to_record(given.one) AS event (stage text, "onDate" date, "untilDate" date, title text, document text)
  WHERE procedure.key = ${key} AND event."onDate" IS NOT NULL
),
document AS (
  INSERT INTO planning.plan_document (plan_id, ordinal, kind, title, number, dated, url)
  SELECT ${planId}, given.place, document.kind, document.title, document.number, document.dated, document.url
  FROM office.procedure CROSS JOIN jsonb_array_elements(procedure.documents) WITH ORDINALITY AS given (one, place)
  CROSS JOIN jsonb_to_record(given.one) AS document (kind text, title text, number text, dated date, url text)
  WHERE procedure.key = ${key}
),
before AS MATERIALIZED (
  SELECT effect.* FROM office.standing_plan AS standing
  CROSS JOIN jsonb_to_recordset(standing.effects) AS effect (ordinal integer, effect text, affected text, in_part boolean, from_date date, note text)
  WHERE standing.publication_id = ${publication}
),
told AS (
  SELECT before.ordinal, before.effect, before.affected, before.in_part, CASE WHEN before.effect = 'replaces' THEN coalesce(plan.in_force_from, before.from_date) ELSE before.from_date END AS from_date, before.note
  FROM before JOIN planning.plan ON plan.id = ${planId}
  WHERE before.effect <> 'replaces' OR before.affected = plan.replaces
  UNION ALL
  SELECT 1000, 'replaces', plan.replaces,
    NOT coalesce((SELECT ST_Covers(plan.geom, affected.geom) FROM planning.plan AS affected WHERE affected.key = plan.replaces ORDER BY upper(affected.valid) DESC NULLS FIRST LIMIT 1), true),
    plan.in_force_from, NULL
  FROM planning.plan WHERE plan.id = ${planId} AND plan.replaces IS NOT NULL AND NOT EXISTS (SELECT FROM before WHERE before.effect = 'replaces' AND before.affected = plan.replaces)
)
INSERT INTO planning.plan_effect (plan_id, ordinal, effect, affected, in_part, from_date, note)
SELECT ${planId}, row_number() OVER (ORDER BY ordinal), effect, affected, in_part, from_date, note FROM told
