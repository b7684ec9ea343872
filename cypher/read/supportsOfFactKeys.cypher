// Which claim supports which fact, of the facts that stand under keys.
// params: keys
// columns: factKey, claimId, factId
MATCH (f:Fact)<-[:SUPPORTS]-(c:Claim)
WHERE f.factKey IN $keys
RETURN f.factKey AS factKey, c.id AS claimId, f.id AS factId
ORDER BY claimId, factId
