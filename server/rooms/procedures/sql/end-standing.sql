-- From that day on nothing of the plan (key) stands in the table; what began on the day never did. table: planning.plan or planning.zone; of: the column of the plan's key.
WITH begun AS (DELETE FROM ${table:raw} WHERE ${of:name} = ${key} AND lower(valid) = ${day}::date)
UPDATE ${table:raw} SET valid = daterange(lower(valid), ${day}::date) WHERE ${of:name} = ${key} AND valid @> ${day}::date AND lower(valid) < ${day}::date
