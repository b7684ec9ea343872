// A page of what copies are told by.
// params: after='', first=5000
// columns: id, publishedOn, sketch
MATCH (a:Article)
WHERE a.id > $after
RETURN a.id AS id, a.publishedOn AS publishedOn, a.sketch AS sketch
ORDER BY id
LIMIT $first
