-- Ends zones of a draft with its new version. A row comes back for each that stood.
UPDATE office.draft_zone SET until = ${version} WHERE procedure_key = ${key} AND draft = ${number} AND until IS NULL AND id = ANY (${ids}::integer[])
RETURNING id
