// A page of facts after the key $after, in order of key; a filter that is null lets all through.
// params: after='', first=50, kind?, year?, place?, program?, actor?, asset?, stage?, disputed?
// columns: fact
MATCH (n:Fact)
WHERE n.id > $after
  AND ($kind IS NULL OR n.kind = $kind)
  AND ($year IS NULL OR n.year = $year)
  AND ($place IS NULL OR n.placeCode = $place)
  AND ($program IS NULL OR $program IN n.programIds)
  AND ($actor IS NULL OR n.sourceKey = $actor)
  AND ($asset IS NULL OR n.asset = $asset)
  AND ($stage IS NULL OR n.stage = $stage)
  AND ($disputed IS NULL OR n.disputed = $disputed)
RETURN properties(n) AS fact
ORDER BY n.id
LIMIT $first
