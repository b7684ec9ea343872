// The facts that a total of a place is made of: those of the place itself and of the places right below it, none of them added to another; `xueliang total` says which may be.
// params: place, kind, asset?, program?
// columns: code, place, itself, asset, counted, figure, min, max, unit, stage, scope, first, last, part, disputed, quote, factId
MATCH (n:Place)
WHERE n.code = $place OR n.parent = $place
MATCH (f:Fact {kind: $kind})
WHERE f.placeCode = n.code
  AND f.figure IS NOT NULL
  AND ($asset IS NULL OR f.asset = $asset)
  AND ($program IS NULL OR $program IN f.programIds)
RETURN n.code AS code, n.name AS place, n.code = $place AS itself, f.asset AS asset, f.counted AS counted,
  f.figure AS figure, f.min AS min, f.max AS max, f.unit AS unit, f.stage AS stage, f.scope AS scope,
  f.first AS first, f.last AS last, f.part AS part, f.disputed AS disputed, f.quote AS quote, f.id AS factId
ORDER BY code, factId
