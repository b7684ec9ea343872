// All claims that may say the same: those under the facts’ keys.
// params: keys
// columns: claim
MATCH (c:Claim)
WHERE c.factKey IN $keys
RETURN properties(c) AS claim
ORDER BY c.id
