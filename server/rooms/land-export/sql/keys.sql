-- Which of these keys a layer knows. Per request: view, keys.
SELECT key FROM ${view} WHERE key = ANY (${keys}::text[])
