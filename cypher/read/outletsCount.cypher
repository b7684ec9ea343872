// How many outlets pass the filters of `outlets`.
// params: name?
// columns: total
MATCH (n:Outlet)
WHERE ($name IS NULL OR n.name CONTAINS $name)
RETURN count(n.name) AS total
