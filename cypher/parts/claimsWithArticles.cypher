// The first of the claims `c` of a node `n` in order of id, each with what `articleHeads` says of its article: who reads one asks which words it is from.
// One row, or none; of each claim $wanted names the properties, which come as a list; all come as a map.
// params: first=50, wanted?
WITH n, c
ORDER BY c.id
LIMIT $first
MATCH (c)<-[:REPORTED]-(a:Article)
WITH n, c.id AS id, CASE WHEN $wanted IS NULL THEN properties(c) ELSE [name IN $wanted | c[name]] END AS claim,
  {id: a.id, title: a.title, publishedOn: a.publishedOn, year: a.year, outlet: a.outlet,
  url: a.url, script: a.script, textSha256: a.textSha256, subjectPlace: a.subjectPlace, documentNumbers: a.documentNumbers,
  state: a.state, stateOn: a.stateOn} AS article
ORDER BY id
WITH n, collect(id) AS ids, collect(claim) AS claims, collect(article) AS articles
RETURN properties(n) AS node, ids, claims, articles
