-- A new procedure; nothing comes back where there is one of that key. boundary: GeoJSON that has passed the gate.
INSERT INTO office.procedure (key, version, name, kind, procedure, definition_regime, lead, replaces, events, documents, geom, changed_at, changed_by)
SELECT ${key}, 1, ${name}, ${kind}, ${procedure}, ${definitionRegime}, ${lead}, ${replaces}, ${events}::jsonb, ${documents}::jsonb,
  ST_Multi(ST_SnapToGrid(ST_Transform(ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(${boundary})), 4326), 2178), 0.0001)), clock_timestamp(), ${account}
ON CONFLICT (key) DO NOTHING
RETURNING key
