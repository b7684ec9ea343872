// How many facts pass the filters of `facts`.
// params: kind?, year?, place?, program?, actor?, asset?, stage?, disputed?
// columns: total
MATCH (n:Fact)
WHERE ($kind IS NULL OR n.kind = $kind)
  AND ($year IS NULL OR n.year = $year)
  AND ($place IS NULL OR n.placeCode = $place)
  AND ($program IS NULL OR $program IN n.programIds)
  AND ($actor IS NULL OR n.sourceKey = $actor)
  AND ($asset IS NULL OR n.asset = $asset)
  AND ($stage IS NULL OR n.stage = $stage)
  AND ($disputed IS NULL OR n.disputed = $disputed)
RETURN count(n.id) AS total
