// What one cost: sums and the numbers of things that words tie to them, with the bounds of the quotient; null is open. Money that bought several things, and repeats, are not told: see docs/costs.md.
// params: asset?, place?, program?, first=50
// columns: place, asset, counted, unit, stage, yuan, min, max, amountCny, count, year, moneyQuote, boughtQuote, moneyId, boughtId
MATCH (m:Fact {kind: 'FUNDED'})<-[:SUPPORTS]-(c:Claim)
WHERE m.figure IS NOT NULL
MATCH (c)-[:PAYS_FOR]->(d:Claim)
MATCH (d)-[:SUPPORTS]->(b:Fact)
WHERE b.kind IN ['DEPLOYED', 'STAFFED']
  AND b.figure > 0
  AND ($asset IS NULL OR b.asset = $asset)
  AND ($place IS NULL OR b.placeCode = $place OR b.placeName CONTAINS $place)
  AND ($program IS NULL OR $program IN b.programIds)
WITH DISTINCT m.id AS moneyId, b.id AS boughtId, b.placeName AS place, b.asset AS asset, b.counted AS counted,
  b.unit AS unit, m.stage AS stage, m.figure AS amountCny, m.min AS least, m.max AS most, b.figure AS number,
  b.min AS few, b.max AS many, m.year AS year, m.quote AS moneyQuote, b.quote AS boughtQuote
RETURN place, asset, counted, unit, stage, 1.0 * amountCny / number AS yuan,
  CASE WHEN least IS NULL OR many IS NULL THEN null ELSE 1.0 * least / many END AS min,
  CASE WHEN most IS NULL OR few IS NULL OR few <= 0 THEN null ELSE 1.0 * most / few END AS max,
  amountCny, number AS count, year, moneyQuote, boughtQuote, moneyId, boughtId
ORDER BY yuan DESC, moneyId, boughtId
LIMIT $first
