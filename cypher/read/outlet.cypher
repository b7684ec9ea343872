// The outlet with that key.
// params: name
// columns: outlet
MATCH (n:Outlet {name: $name})
RETURN properties(n) AS outlet
