// Joins Claim to Agency by FOR; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Agency {id: row.to})
MERGE (a)-[:`FOR`]->(b)
