-- All districts in the order of their numbers. Eighteen rows.
SELECT key, name FROM layer.districts ORDER BY number
