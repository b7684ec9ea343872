// Cameras by place, one row for each fact and no sum: a district’s cameras are among its city’s.
// params: place?, year?, first=50
// columns: code, place, count, min, max, unit, year, stage, scope, part, disputed, sources, quote, factId
MATCH (f:Fact {kind: 'DEPLOYED'})
WHERE f.asset = 'camera'
  AND f.figure IS NOT NULL
  AND ($place IS NULL OR f.placeCode = $place OR f.placeName CONTAINS $place)
  AND ($year IS NULL OR f.year = $year)
RETURN f.placeCode AS code, f.placeName AS place, f.figure AS count, f.min AS min, f.max AS max, f.unit AS unit,
  f.year AS year, f.stage AS stage, f.scope AS scope, f.part AS part, f.disputed AS disputed,
  f.sources AS sources, f.quote AS quote, f.id AS factId
ORDER BY count DESC, factId
LIMIT $first
