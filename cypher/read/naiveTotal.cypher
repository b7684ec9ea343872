// What the facts of a place itself and of each place right below it come to when all are added: the sum that counts things twice. xueliang total says what of it holds.
// params: place, kind, asset?, program?
// columns: code, place, itself, asset, unit, stage, facts, sum
MATCH (n:Place)
WHERE n.code = $place OR n.parent = $place
MATCH (f:Fact {kind: $kind})
WHERE f.placeCode = n.code
  AND f.figure IS NOT NULL
  AND ($asset IS NULL OR f.asset = $asset)
  AND ($program IS NULL OR $program IN f.programIds)
WITH n.code AS code, n.name AS place, n.code = $place AS itself, f.asset AS asset, f.unit AS unit, f.stage AS stage,
  f.figure AS figure
WITH code, place, itself, asset, unit, stage, count(code) AS facts, coalesce(sum(figure), 0) AS sum
RETURN code, place, itself, asset, unit, stage, facts, sum
ORDER BY code, asset, unit, stage
