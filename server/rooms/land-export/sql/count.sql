-- How many pieces of land of a layer are wanted. Per request: view, where.
SELECT count(*)::integer AS many FROM ${view} WHERE ${where:raw}
