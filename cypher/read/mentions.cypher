// What an article mentions and how often, most often first.
// params: id
// columns: label, key, name, count
MATCH (a:Article {id: $id})-[m:MENTIONS]->(n)
RETURN labels(n)[0] AS label, coalesce(n.code, n.id) AS key, n.name AS name, m.count AS count
ORDER BY count DESC, key
