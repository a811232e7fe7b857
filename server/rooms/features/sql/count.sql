-- How many features of a layer fulfil a request. At boot: view. Per request: where. GiST on geom where a bbox is asked.
SELECT count(*)::integer AS count FROM ${view} WHERE ${where:raw}
