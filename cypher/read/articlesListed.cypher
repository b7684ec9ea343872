// A page of all articles in order of key, which the index gives.
// params: afterKey='', first=50
// columns: article, rank, key
MATCH (n:Article)
WHERE n.id > $afterKey
WITH n
//+ articleFilter
WITH n
ORDER BY n.id
LIMIT $first
RETURN {id: n.id, title: n.title, publishedOn: n.publishedOn, year: n.year, outlet: n.outlet, url: n.url, script: n.script,
  textSha256: n.textSha256, subjectPlace: n.subjectPlace, documentNumbers: n.documentNumbers, state: n.state, stateOn: n.stateOn} AS article, n.id AS rank, n.id AS key
ORDER BY key
