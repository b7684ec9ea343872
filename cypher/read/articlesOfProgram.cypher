// A page of the articles that mention a program, with how often.
// params: id, after='', first=50
// columns: article, count
MATCH (n:Program {id: $id})<-[m:MENTIONS]-(a:Article)
WHERE a.id > $after
RETURN properties(a) AS article, m.count AS count
ORDER BY a.id
LIMIT $first
