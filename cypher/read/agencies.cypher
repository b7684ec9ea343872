// A page of agencies after the key $after, in order of key; a filter that is null lets all through.
// params: after='', first=50, type?, place?, name?
// columns: agency
MATCH (n:Agency)
WHERE n.id > $after
  AND ($type IS NULL OR n.type = $type)
  AND ($place IS NULL OR n.placeCode = $place)
  AND ($name IS NULL OR n.name CONTAINS $name)
RETURN properties(n) AS agency
ORDER BY n.id
LIMIT $first
