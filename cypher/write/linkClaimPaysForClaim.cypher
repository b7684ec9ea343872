// Joins Claim to Claim by PAYS_FOR; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Claim {id: row.to})
MERGE (a)-[:PAYS_FOR]->(b)
