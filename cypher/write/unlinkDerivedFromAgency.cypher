// Removes the derived edges of facts that run from Agency nodes, whose edges are walked once; rows: key, factIds.
// params: rows
UNWIND $rows AS row
MATCH (a:Agency {id: row.key})-[r:FUNDED|DEPLOYED|STAFFED|OPERATES]->()
WHERE r.factId IN row.factIds
DELETE r
