// Removes the derived edges of facts that run from Place nodes, whose edges are walked once; rows: key, factIds.
// params: rows
UNWIND $rows AS row
MATCH (a:Place {code: row.key})-[r:FUNDED|DEPLOYED|STAFFED|OPERATES]->()
WHERE r.factId IN row.factIds
DELETE r
