-- Writes a new annotation; no row when there is one with this id. Primary key.
-- Parameters: id, author, and the columns.
INSERT INTO office.annotation (id, version, status, visibility, category, priority, title, body, tags, due_on, assignee, author, created_at, changed_at, changed_by, geom, place)
SELECT ${id}::uuid, 1, 'open', ${visibility}, ${category}, ${priority}, ${title}, ${text}, ${tags}::text[], ${dueOn}::date, ${assignee}::integer, ${author}, moment, moment, ${author},
  ${drawn}::geometry, ${place}::geometry
FROM clock_timestamp() AS moment
ON CONFLICT (id) DO NOTHING
RETURNING id
