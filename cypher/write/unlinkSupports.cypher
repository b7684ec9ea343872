// Takes claims from their facts, before facts are derived anew; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.key})-[r:SUPPORTS]->(:Fact)
DELETE r
