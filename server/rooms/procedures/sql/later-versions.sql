-- Whether the register holds versions of a plan or of its zones that begin after a day.
SELECT EXISTS (SELECT FROM planning.plan WHERE key = ${key} AND lower(valid) > ${day}::date)
  OR EXISTS (SELECT FROM planning.zone WHERE plan_key = ${key} AND lower(valid) > ${day}::date) AS later
