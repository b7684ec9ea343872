// Removes the derived edges of facts that run from Agency nodes; rows: from, factId.
// params: rows
UNWIND $rows AS row
MATCH (a:Agency {id: row.from})-[r:FUNDED|DEPLOYED|STAFFED|OPERATES]->()
WHERE r.factId = row.factId
DELETE r
