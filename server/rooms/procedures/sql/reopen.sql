-- Versions that a publication ended on this very day stand again as they did. table: planning.plan or planning.zone; kept: office.standing_plan or office.standing_zone.
UPDATE ${table:raw} AS version SET valid = standing.valid
FROM ${kept:raw} AS standing
WHERE standing.publication_id = ${publication} AND standing.valid @> ${day}::date AND version.id = standing.row_id AND version.key = standing.attributes ->> 'key'
  AND lower(version.valid) = lower(standing.valid) AND upper(version.valid) = ${day}::date
