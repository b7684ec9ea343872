// A page of programs after the key $after, in order of key; a filter that is null lets all through.
// params: after='', first=50, category?, discovered?, name?
// columns: program
MATCH (n:Program)
WHERE n.id > $after
  AND ($category IS NULL OR n.category = $category)
  AND ($discovered IS NULL OR n.discovered = $discovered)
  AND ($name IS NULL OR n.name CONTAINS $name)
RETURN properties(n) AS program
ORDER BY n.id
LIMIT $first
