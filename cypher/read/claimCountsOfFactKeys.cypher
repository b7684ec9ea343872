// How many claims stand under the facts’ keys.
// params: keys
// columns: factKey, claims
MATCH (c:Claim)
WHERE c.factKey IN $keys
RETURN c.factKey AS factKey, count(c.id) AS claims
ORDER BY factKey
