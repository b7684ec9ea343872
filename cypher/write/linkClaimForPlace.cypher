// Joins Claim to Place by FOR; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Place {code: row.to})
MERGE (a)-[:`FOR`]->(b)
