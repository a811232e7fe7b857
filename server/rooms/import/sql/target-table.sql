-- The table whose rows are the objects of a layer: the one from which the view takes geom. $<view>: e.g. layer.parcels. One row.
SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
FROM information_schema.view_column_usage
WHERE view_schema || '.' || view_name = $<view> AND column_name = 'geom';
