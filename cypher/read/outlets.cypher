// A page of outlets after the key $after, in order of key; a filter that is null lets all through.
// params: after='', first=50, name?
// columns: outlet
MATCH (n:Outlet)
WHERE n.name > $after
  AND ($name IS NULL OR n.name CONTAINS $name)
RETURN properties(n) AS outlet
ORDER BY n.name
LIMIT $first
