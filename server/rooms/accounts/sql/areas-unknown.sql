-- Which of the areas do not exist.
-- Parameters: areas (JSON array of {kind, key}). Leans on the keys of districts and plans.
SELECT area.kind, area.key
FROM jsonb_to_recordset(${areas:json}::jsonb) AS area (kind text, key text)
WHERE NOT CASE area.kind
  WHEN 'district' THEN EXISTS (SELECT FROM city.district WHERE district.key = area.key)
  ELSE EXISTS (SELECT FROM planning.plan WHERE plan.key = area.key)
END
