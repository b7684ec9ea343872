// Removes the derived edges of facts that run from Place nodes; rows: from, factId.
// params: rows
UNWIND $rows AS row
MATCH (a:Place {code: row.from})-[r:FUNDED|DEPLOYED|STAFFED|OPERATES]->()
WHERE r.factId = row.factId
DELETE r
