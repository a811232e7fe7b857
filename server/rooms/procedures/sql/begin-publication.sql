-- A publication of a draft from a day on, with the number of the row of planning.plan that it will write.
INSERT INTO office.publication (procedure_key, draft, draft_version, day, at, by_account, plan_id)
SELECT ${key}, ${draft}, ${draftVersion}, ${day}::date, clock_timestamp(), ${account}, nextval(pg_get_serial_sequence('planning.plan', 'id'))
RETURNING id, plan_id AS "planId"
