// The agency with that key.
// params: id
// columns: agency
MATCH (n:Agency {id: $id})
RETURN properties(n) AS agency
