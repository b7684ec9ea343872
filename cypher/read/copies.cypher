// Articles that copy an earlier one.
// params: after='', first=50
// columns: articleId, title, outlet, publishedOn, ofId, ofTitle, ofOutlet, ofPublishedOn
MATCH (a:Article)-[:COPY_OF]->(b:Article)
WHERE a.id > $after
RETURN a.id AS articleId, a.title AS title, a.outlet AS outlet, a.publishedOn AS publishedOn,
  b.id AS ofId, b.title AS ofTitle, b.outlet AS ofOutlet, b.publishedOn AS ofPublishedOn
ORDER BY articleId
LIMIT $first
