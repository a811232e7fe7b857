-- One page of a list, one row more than asked for when there is another page, and by_status: how many match, whatever their status. One row
-- without id when the page is empty. Index annotation_geom_3857 where there is a box.
-- Parameters: where, key and direction (of the order), status, after (conditions), limit, summary, office, reviewed.
WITH matching AS MATERIALIZED (
  SELECT annotation.id, annotation.status, ${key:raw} AS sorted_by FROM office.annotation WHERE ${where:raw}
), counted AS (
  SELECT coalesce(json_object_agg(status, many), '{}'::json) AS by_status FROM (SELECT status, count(*)::integer AS many FROM matching GROUP BY status) AS of_status
), page AS MATERIALIZED (
  SELECT id, sorted_by FROM matching WHERE ${status:raw} AND ${after:raw} ORDER BY sorted_by ${direction:raw}, id LIMIT ${limit}
), summary AS (
  SELECT page.sorted_by, ${summary:raw},
    (SELECT count(*)::integer FROM office.annotation_comment WHERE ${office} AND annotation_id = annotation.id AND withdrawn_at IS NULL) AS comments,
    (SELECT count(*)::integer FROM office.attachment WHERE ${office} AND annotation_id = annotation.id AND removed_at IS NULL) AS attachments,
    ${office} AND ${reviewed:raw} AS "needsReview"
  FROM page JOIN office.annotation ON annotation.id = page.id
)
SELECT counted.by_status, summary.*, sorted_by::text AS cursor_key
FROM counted LEFT JOIN summary ON true
ORDER BY sorted_by ${direction:raw}, id
