// A page of articles after the key $after, in order of key; a filter that is null lets all through.
// params: after='', first=50, outlet?, year?, title?
// columns: article
MATCH (n:Article)
WHERE n.id > $after
  AND ($outlet IS NULL OR n.outlet = $outlet)
  AND ($year IS NULL OR n.year = $year)
  AND ($title IS NULL OR n.title CONTAINS $title)
RETURN properties(n) AS article
ORDER BY n.id
LIMIT $first
