// Money spent by place and stage, as facts state it: what is part of another figure or disputed is left out of the sum, and counted.
// params: place?, year?, first=50
// columns: code, place, stage, facts, amountCny, parts, disputed
MATCH (f:Fact {kind: 'FUNDED'})
WHERE f.placeCode IS NOT NULL
  AND ($place IS NULL OR f.placeCode = $place OR f.placeName CONTAINS $place)
  AND ($year IS NULL OR f.year = $year)
WITH f.placeCode AS code, f.placeName AS place, f.stage AS stage, f.figure AS figure,
  CASE WHEN f.part THEN 1 ELSE 0 END AS part, CASE WHEN f.disputed AND NOT f.part THEN 1 ELSE 0 END AS rival
WITH code, place, stage, count(code) AS facts,
  coalesce(sum(CASE WHEN part + rival = 0 THEN figure ELSE 0 END), 0) AS amountCny,
  coalesce(sum(part), 0) AS parts, coalesce(sum(rival), 0) AS disputed
RETURN code, place, stage, facts, amountCny, parts, disputed
ORDER BY amountCny DESC, code, stage
LIMIT $first
