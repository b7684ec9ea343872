// How each article reads Program nodes.
// params: keys
// columns: key, articleId, publishedOn, reading
MATCH (n:Program)<-[m:MENTIONS]-(a:Article)
WHERE n.id IN $keys
RETURN n.id AS key, a.id AS articleId, a.publishedOn AS publishedOn, properties(m) AS reading
ORDER BY key, articleId
