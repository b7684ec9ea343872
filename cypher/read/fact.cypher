// The fact with that key.
// params: id
// columns: fact
MATCH (n:Fact {id: $id})
RETURN properties(n) AS fact
