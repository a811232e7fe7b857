-- How many enquiries there are: that match, by status, and by site (spam left out, the most asked about first).
-- Parameters: status, site (each null: any).
SELECT (SELECT count(*)::integer FROM office.enquiry WHERE (${status}::text IS NULL OR status = ${status}) AND (${site}::text IS NULL OR site_key = ${site})) AS "numberMatched",
  (SELECT json_build_object('new', count(*) FILTER (WHERE status = 'new'), 'answered', count(*) FILTER (WHERE status = 'answered'), 'closed', count(*) FILTER (WHERE status = 'closed'),
    'spam', count(*) FILTER (WHERE status = 'spam')) FROM office.enquiry WHERE ${site}::text IS NULL OR site_key = ${site}) AS "byStatus",
  (SELECT coalesce(json_agg(json_build_object('key', site.site_key, 'name', site.name, 'enquiries', site.many) ORDER BY site.many DESC, site.site_key), '[]') FROM (
    SELECT site_key, (array_agg(site_name ORDER BY id DESC))[1] AS name, count(*)::integer AS many FROM office.enquiry WHERE status <> 'spam' GROUP BY site_key ORDER BY many DESC, site_key LIMIT 100) AS site) AS "bySite"
