// How many articles pass the filters of `articles`.
// params: outlet?, year?, title?
// columns: total
MATCH (n:Article)
WHERE ($outlet IS NULL OR n.outlet = $outlet)
  AND ($year IS NULL OR n.year = $year)
  AND ($title IS NULL OR n.title CONTAINS $title)
RETURN count(n.id) AS total
