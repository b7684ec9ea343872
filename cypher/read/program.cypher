// The program with that key.
// params: id
// columns: program
MATCH (n:Program {id: $id})
RETURN properties(n) AS program
