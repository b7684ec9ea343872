// Who paid what and for what, with the words that say so; amount is found in the words (6600余万).
// params: place?, program?, amount?, year?, first=50
// columns: payers, amountCny, amountMin, amountMax, approx, stage, program, asset, assetText, boughtCount, boughtUnit, boughtAsset, place, year, quote, article, outlet, url, claimId, boughtId
MATCH (c:Claim {kind: 'FUNDED'})<-[:REPORTED]-(a:Article)
WHERE ($place IS NULL OR c.placeName CONTAINS $place OR $place IN c.placeCodes OR $place IN c.actorNames)
  AND ($program IS NULL OR c.program CONTAINS $program OR $program IN c.programIds)
  AND ($amount IS NULL OR c.quote CONTAINS $amount)
  AND ($year IS NULL OR c.year = $year)
OPTIONAL MATCH (c)-[:PAYS_FOR]->(b:Claim)
RETURN coalesce(c.actorNames, []) AS payers, c.amountCny AS amountCny, c.amountMin AS amountMin,
  c.amountMax AS amountMax, c.approx AS approx, c.stage AS stage, c.program AS program, c.asset AS asset,
  c.assetText AS assetText, b.count AS boughtCount, b.unit AS boughtUnit, b.asset AS boughtAsset,
  c.placeName AS place, c.year AS year, c.quote AS quote, a.title AS article, a.outlet AS outlet, a.url AS url,
  c.id AS claimId, b.id AS boughtId
ORDER BY amountCny DESC, claimId, boughtId
LIMIT $first
