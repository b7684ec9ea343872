// How many agencies pass the filters of `agencies`.
// params: type?, place?, name?
// columns: total
MATCH (n:Agency)
WHERE ($type IS NULL OR n.type = $type)
  AND ($place IS NULL OR n.placeCode = $place)
  AND ($name IS NULL OR n.name CONTAINS $name)
RETURN count(n.id) AS total
