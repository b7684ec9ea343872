// Forgets the conflicts of facts, before they are found anew; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (f:Fact {id: row.key})-[r:CONFLICTS_WITH]->(:Fact)
DELETE r
