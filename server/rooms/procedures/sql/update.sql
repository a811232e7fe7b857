-- The whole content of a procedure anew. boundary: GeoJSON that has passed the gate, read to 0.1 mm: what was read and sent back is the same.
UPDATE office.procedure SET version = version + 1, name = ${name}, kind = ${kind}, procedure = ${procedure}, definition_regime = ${definitionRegime}, lead = ${lead},
  replaces = ${replaces}, events = ${events}::jsonb, documents = ${documents}::jsonb,
  geom = ST_Multi(ST_SnapToGrid(ST_Transform(ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(${boundary})), 4326), 2178), 0.0001)), changed_at = clock_timestamp(), changed_by = ${account}
WHERE key = ${key}
