// How many programs pass the filters of `programs`.
// params: category?, discovered?, name?
// columns: total
MATCH (n:Program)
WHERE ($category IS NULL OR n.category = $category)
  AND ($discovered IS NULL OR n.discovered = $discovered)
  AND ($name IS NULL OR n.name CONTAINS $name)
RETURN count(n.id) AS total
