// The programs that programs are part of, with the words that say so.
// params: keys
// columns: key, id, articleId, start, end
MATCH (n:Program)-[r:PART_OF]->(p:Program)
WHERE n.id IN $keys
RETURN n.id AS key, p.id AS id, r.articleId AS articleId, r.start AS start, r.end AS `end`
ORDER BY key, id, articleId
