// The facts of a place in time, with the words that state them, without one of all; below=1 takes the places below it, by their codes.
// params: place?, below=0, first=200
// columns: first, last, kind, place, asset, counted, figure, min, max, unit, stage, scope, disputed, quote, factId
MATCH (f:Fact)
WHERE $place IS NULL OR f.placeCode = $place OR ($below = 1 AND f.placeCode STARTS WITH $place)
RETURN f.first AS first, f.last AS last, f.kind AS kind, f.placeName AS place, f.asset AS asset, f.counted AS counted,
  f.figure AS figure, f.min AS min, f.max AS max, f.unit AS unit, f.stage AS stage, f.scope AS scope,
  f.disputed AS disputed, f.quote AS quote, f.id AS factId
ORDER BY CASE WHEN first = '' THEN '9999' ELSE first END, last, factId
LIMIT $first
