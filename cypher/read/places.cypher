// A page of places after the key $after, in order of key; a filter that is null lets all through.
// params: after='', first=50, level?, parent?, name?
// columns: place
MATCH (n:Place)
WHERE n.code > $after
  AND ($level IS NULL OR n.level = $level)
  AND ($parent IS NULL OR n.parent = $parent)
  AND ($name IS NULL OR n.name CONTAINS $name)
RETURN properties(n) AS place
ORDER BY n.code
LIMIT $first
