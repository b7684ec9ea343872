// A page of claims after the key $after, in order of key; a filter that is null lets all through.
// params: after='', first=50, kind?, year?, place?, program?, agency?, asset?, stage?, article?
// columns: claim
MATCH (n:Claim)
WHERE n.id > $after
  AND ($kind IS NULL OR n.kind = $kind)
  AND ($year IS NULL OR n.year = $year)
  AND ($place IS NULL OR $place IN n.placeCodes)
  AND ($program IS NULL OR $program IN n.programIds)
  AND ($agency IS NULL OR $agency IN n.actorRefs)
  AND ($asset IS NULL OR n.asset = $asset)
  AND ($stage IS NULL OR n.stage = $stage)
  AND ($article IS NULL OR n.articleId = $article)
RETURN properties(n) AS claim
ORDER BY n.id
LIMIT $first
