// Joins Article to Claim by REPORTED; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Claim {id: row.to})
MERGE (a)-[:REPORTED]->(b)
