// A page of articles: what relations need of them.
// params: after='', first=5000
// columns: key, title, publishedOn, outlet, subjectPlace, documentNumbers
MATCH (n:Article)
WHERE n.id > $after
RETURN n.id AS key, n.title AS title, n.publishedOn AS publishedOn, n.outlet AS outlet, n.subjectPlace AS subjectPlace,
  n.documentNumbers AS documentNumbers
ORDER BY key
LIMIT $first
