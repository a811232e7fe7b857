-- One feature by its id, whatever its validity. At boot: view, columns, validity. Per request: id, geometry, decimals. Primary key.
SELECT id, ${columns:name} ${validity:raw}, ST_AsGeoJSON(${geometry:raw}, ${decimals}, 0)::json AS geometry
FROM ${view}
WHERE id = ${id}
