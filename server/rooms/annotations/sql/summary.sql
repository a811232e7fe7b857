-- The columns of a row of the list, of office.annotation by the name annotation. Part of list.sql and one.sql.
-- Parameters: office (whether the viewer is of the office: residents see no names, comments and attachments).
annotation.id, annotation.version, annotation.status, annotation.visibility, annotation.category, annotation.priority, annotation.title, annotation.tags, annotation.due_on AS "dueOn",
CASE WHEN ${office} THEN (SELECT json_build_object('id', id, 'name', name) FROM office.account WHERE id = annotation.assignee) END AS assignee,
CASE WHEN ${office} THEN (SELECT json_build_object('id', id, 'name', name) FROM office.account WHERE id = annotation.author) END AS author,
annotation.created_at AS "createdAt", annotation.changed_at AS "changedAt", annotation.deleted_at AS "deletedAt",
(SELECT ARRAY[round(ST_X(point)::numeric, 7)::float8, round(ST_Y(point)::numeric, 7)::float8] FROM ST_Transform(annotation.place, 4326) AS point) AS place,
(SELECT json_build_object('key', key, 'name', name) FROM city.district WHERE ST_Intersects(geom, annotation.place) ORDER BY number LIMIT 1) AS district,
office.annotation_subjects(annotation.id) AS subjects
