// Joins Claim to Fact by SUPPORTS; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Fact {id: row.to})
MERGE (a)-[:SUPPORTS]->(b)
