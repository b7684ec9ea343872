// The articles with those keys without the sketches by which copies are told, in order of key; unknown keys have no row.
// params: keys
// columns: key, article
MATCH (n:Article)
WHERE n.id IN $keys
RETURN n.id AS key, {id: n.id, title: n.title, publishedOn: n.publishedOn, year: n.year, outlet: n.outlet, url: n.url, script: n.script,
  textSha256: n.textSha256, subjectPlace: n.subjectPlace, documentNumbers: n.documentNumbers, state: n.state, stateOn: n.stateOn} AS article
ORDER BY key
