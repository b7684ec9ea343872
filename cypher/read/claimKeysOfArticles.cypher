// The claims that articles have in the store, with the facts’ keys that they fall under.
// params: keys
// columns: articleId, id, factKey
MATCH (c:Claim)
WHERE c.articleId IN $keys
RETURN c.articleId AS articleId, c.id AS id, c.factKey AS factKey
ORDER BY id
