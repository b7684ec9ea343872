// Facts that cannot both be true, each with the words of its earliest source.
// params: after='', first=50
// columns: kind, place, program, asset, year, figure, quote, articleId, factId, otherFigure, otherQuote, otherArticleId, otherFactId
MATCH (f:Fact)-[:CONFLICTS_WITH]->(g:Fact)
WHERE f.id > $after
RETURN f.kind AS kind, f.placeName AS place, f.program AS program, f.asset AS asset, f.year AS year,
  f.figure AS figure, f.quote AS quote, f.articleId AS articleId, f.id AS factId,
  g.figure AS otherFigure, g.quote AS otherQuote, g.articleId AS otherArticleId, g.id AS otherFactId
ORDER BY factId, otherFactId
LIMIT $first
