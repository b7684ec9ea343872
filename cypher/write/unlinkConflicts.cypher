// Removes conflicts between facts; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (f:Fact {id: row.from})-[r:CONFLICTS_WITH]->(g:Fact {id: row.to})
DELETE r
