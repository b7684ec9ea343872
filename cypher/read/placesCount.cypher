// How many places pass the filters of `places`.
// params: level?, parent?, name?
// columns: total
MATCH (n:Place)
WHERE ($level IS NULL OR n.level = $level)
  AND ($parent IS NULL OR n.parent = $parent)
  AND ($name IS NULL OR n.name CONTAINS $name)
RETURN count(n.code) AS total
