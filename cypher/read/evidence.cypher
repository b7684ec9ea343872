// The words that a claim rests on, and where they were published.
// params: id
// columns: claimId, quote, start, end, fields, starts, ends, froms, articleId, title, outlet, url, publishedOn
MATCH (c:Claim {id: $id})<-[:REPORTED]-(a:Article)
RETURN c.id AS claimId, c.quote AS quote, c.start AS start, c.end AS `end`,
  coalesce(c.evidenceFields, []) AS fields, coalesce(c.evidenceStarts, []) AS `starts`,
  coalesce(c.evidenceEnds, []) AS `ends`, coalesce(c.evidenceFroms, []) AS froms,
  a.id AS articleId, a.title AS title, a.outlet AS outlet, a.url AS url, a.publishedOn AS publishedOn
