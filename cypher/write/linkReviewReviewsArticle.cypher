// Joins Review to Article by REVIEWS; rows: from, to.
// params: rows
UNWIND $rows AS row
MATCH (a:Review {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[:REVIEWS]->(b)
