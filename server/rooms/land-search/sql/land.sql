-- All land of one layer that can be searched, in the order of ids. Parameters: view, columns.
SELECT id, key, ${columns:name} FROM ${view} ORDER BY id
