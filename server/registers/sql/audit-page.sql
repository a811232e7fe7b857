-- The first fault in a stretch of the audit trail, and how it ends: numbers after `after` up to `until`. Each entry must hold the hash of the one
-- before it and its own, and the version it tells of must stand as it was hashed. Primary key; annotation_version_seq.
-- Parameters: after, until, previous (hash of entry `after`, hexadecimal).
WITH page AS (
  SELECT entry.*, row_number() OVER (ORDER BY seq) AS place, lag(hash, 1, decode(${previous}, 'hex')) OVER (ORDER BY seq) AS before,
    lag(at) OVER (ORDER BY seq) AS at_before
  FROM audit.entry WHERE seq > ${after} AND seq <= ${until}
), chain AS (
  SELECT coalesce(min(seq) FILTER (WHERE seq <> ${after} + place), 0) AS after_gap, max(seq) AS last, count(*) AS entries FROM page
), gap AS (
  -- The number that is missing first: within the stretch, or at its end.
  SELECT CASE WHEN after_gap > 0 THEN (SELECT ${after} + min(place) FROM page WHERE seq <> ${after} + place)
    WHEN ${after} + entries < ${until} THEN ${after} + entries + 1 END AS seq
  FROM chain
), faults AS (
  SELECT seq, 1 AS rank, 'missing' AS kind FROM gap WHERE seq IS NOT NULL
  UNION ALL
  SELECT seq, 2, 'altered' FROM page WHERE hash <> audit.hash_of(seq, at, actor, action, subject_kind, subject, detail, previous) OR at < at_before
  UNION ALL
  SELECT seq, 3, 'unchained' FROM page WHERE previous <> before
  UNION ALL
  SELECT page.seq, 4, 'version missing' FROM page
  WHERE subject_kind = 'annotation' AND detail ? 'sha256' AND NOT EXISTS (
    SELECT FROM office.annotation_version AS version WHERE version.seq = page.seq AND version.annotation_id::text = page.subject)
  UNION ALL
  SELECT version.seq, 5, 'version altered'
  FROM office.annotation_version AS version LEFT JOIN page ON page.seq = version.seq
  WHERE version.seq > ${after} AND version.seq <= ${until} AND (
    page.subject_kind, page.subject, page.action, page.actor, (page.detail ->> 'version')::integer, page.detail ->> 'sha256'
  ) IS DISTINCT FROM (
    'annotation', version.annotation_id::text, version.action, version.by_account, version.version,
    encode(sha256(convert_to(version.content::text || coalesce(ST_AsText(version.geom), '') || coalesce(version.note, ''), 'UTF8')), 'hex'))
)
SELECT chain.entries::integer, (SELECT encode(hash, 'hex') FROM page WHERE seq = chain.last) AS hash,
  (SELECT count(*)::integer FROM office.annotation_version AS version WHERE version.seq > ${after} AND version.seq <= ${until}) AS versions,
  (SELECT jsonb_build_object('seq', seq, 'kind', kind) FROM faults ORDER BY seq, rank LIMIT 1) AS fault
FROM chain
