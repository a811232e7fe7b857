-- Events, documents and effects of a plan that stands again (planId), as they were before a publication.
WITH event AS (
  INSERT INTO planning.plan_event (plan_id, ordinal, stage, on_date, until_date, title, document)
  SELECT ${planId}, part.ordinal, part.stage, part.on_date, part.until_date, part.title, part.document
  FROM office.standing_plan AS standing CROSS JOIN jsonb_populate_recordset(NULL::planning.plan_event, standing.events) AS part WHERE standing.publication_id = ${publication}
),
document AS (
  INSERT INTO planning.plan_document (plan_id, ordinal, kind, title, number, dated, url)
  SELECT ${planId}, part.ordinal, part.kind, part.title, part.number, part.dated, part.url
  FROM office.standing_plan AS standing CROSS JOIN jsonb_populate_recordset(NULL::planning.plan_document, standing.documents) AS part WHERE standing.publication_id = ${publication}
)
INSERT INTO planning.plan_effect (plan_id, ordinal, effect, affected, in_part, from_date, note)
SELECT ${planId}, part.ordinal, part.effect, part.affected, part.in_part, part.from_date, part.note
FROM office.standing_plan AS standing CROSS JOIN jsonb_populate_recordset(NULL::planning.plan_effect, standing.effects) AS part WHERE standing.publication_id = ${publication}
