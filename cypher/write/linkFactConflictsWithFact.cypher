// Joins Fact to Fact by CONFLICTS_WITH; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Fact {id: row.from})
MATCH (b:Fact {id: row.to})
MERGE (a)-[:CONFLICTS_WITH]->(b)
