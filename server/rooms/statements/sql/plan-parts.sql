-- Events, documents and effects of a plan, and what other acts do to it. Primary keys; index plan_effect_affected.
SELECT
  (SELECT coalesce(json_agg(json_build_object('stage', event.stage, 'onDate', event.on_date, 'untilDate', event.until_date, 'title', event.title, 'document', event.document)
    ORDER BY event.on_date, event.ordinal), '[]') FROM planning.plan_event AS event WHERE event.plan_id = ${id}) AS events,
  (SELECT coalesce(json_agg(json_build_object('kind', paper.kind, 'title', paper.title, 'number', paper.number, 'dated', paper.dated, 'url', paper.url)
    ORDER BY paper.ordinal), '[]') FROM planning.plan_document AS paper WHERE paper.plan_id = ${id}) AS documents,
  (SELECT coalesce(json_agg(effect ORDER BY effect ->> 'fromDate', effect ->> 'side'), '[]') FROM (
    SELECT json_build_object('effect', own.effect, 'side', 'acting', 'other', json_build_object('key', own.affected, 'name',
      (SELECT other.name FROM planning.plan AS other WHERE other.key = own.affected ORDER BY other.valid DESC LIMIT 1)),
      'inPart', own.in_part, 'fromDate', own.from_date, 'note', own.note) AS effect
    FROM planning.plan_effect AS own WHERE own.plan_id = ${id}
    UNION ALL
    SELECT json_build_object('effect', foreign_effect.effect, 'side', 'affected', 'other', json_build_object('key', acting.key, 'name', acting.name),
      'inPart', foreign_effect.in_part, 'fromDate', foreign_effect.from_date, 'note', foreign_effect.note)
    FROM planning.plan_effect AS foreign_effect JOIN planning.plan AS acting ON acting.id = foreign_effect.plan_id
    WHERE foreign_effect.affected = ${key} AND acting.valid @> ${day}::date
  ) AS either) AS effects
