// By which version of the rules the claims were read.
// params: 
// columns: rulesVersion, claims, articles
MATCH (c:Claim)
WITH c.rulesVersion AS rulesVersion, count(c.id) AS claims, count(DISTINCT c.articleId) AS articles
RETURN rulesVersion, claims, articles
ORDER BY rulesVersion
