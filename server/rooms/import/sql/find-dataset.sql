-- The dataset of that name, made if there is none. $<name>, $<layer>, $<publisher>, $<licence>, $<source_date>, $<demonstration>, $<checksum>.
WITH made AS (
  INSERT INTO meta.dataset (name, layer, publisher, licence, source_date, demonstration, checksum)
  VALUES ($<name>, $<layer>, $<publisher>, $<licence>, $<source_date>, $<demonstration>, $<checksum>)
  ON CONFLICT (name) DO NOTHING
  RETURNING id, layer
)
SELECT id, layer FROM made UNION ALL SELECT id, layer FROM meta.dataset WHERE name = $<name>;
