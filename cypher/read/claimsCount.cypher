// How many claims pass the filters of `claims`.
// params: kind?, year?, place?, program?, agency?, asset?, stage?, article?
// columns: total
MATCH (n:Claim)
WHERE ($kind IS NULL OR n.kind = $kind)
  AND ($year IS NULL OR n.year = $year)
  AND ($place IS NULL OR $place IN n.placeCodes)
  AND ($program IS NULL OR $program IN n.programIds)
  AND ($agency IS NULL OR $agency IN n.actorRefs)
  AND ($asset IS NULL OR n.asset = $asset)
  AND ($stage IS NULL OR n.stage = $stage)
  AND ($article IS NULL OR n.articleId = $article)
RETURN count(n.id) AS total
