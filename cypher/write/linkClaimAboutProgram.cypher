// Joins Claim to Program by ABOUT; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Program {id: row.to})
MERGE (a)-[:ABOUT]->(b)
