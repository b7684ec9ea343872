// Joins Review to Claim by REVIEWS; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Review {id: row.from})
MATCH (b:Claim {id: row.to})
MERGE (a)-[:REVIEWS]->(b)
