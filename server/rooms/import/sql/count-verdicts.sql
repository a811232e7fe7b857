-- How many staged rows came to which end.
SELECT count(*) FILTER (WHERE staged_verdict = 'inserted')::integer AS inserted, count(*) FILTER (WHERE staged_verdict = 'updated')::integer AS updated,
  count(*) FILTER (WHERE staged_verdict = 'unchanged')::integer AS unchanged, count(*) FILTER (WHERE staged_verdict = 'kept')::integer AS kept
FROM import_staged;
