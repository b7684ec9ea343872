// What was planned, and what later stages report of the same kind of thing at the same place and of the same programs; a plan without a row is not reported as done, which is not the same as not done.
// params: place?, program?, first=200
// columns: place, kind, asset, unit, planned, plannedFirst, stage, reported, reportedLast, plannedQuote, reportedQuote, plannedId, reportedId
MATCH (p:Fact {stage: 'planned'})
WHERE p.placeCode IS NOT NULL
  AND ($place IS NULL OR p.placeCode = $place OR p.placeName CONTAINS $place)
  AND ($program IS NULL OR $program IN p.programIds)
MATCH (d:Fact)
WHERE d.placeCode = p.placeCode
  AND d.kind = p.kind
  AND d.stage IN ['tendered', 'awarded', 'building', 'cancelled', 'done', 'accepted']
  AND coalesce(d.asset, '') = coalesce(p.asset, '')
  AND coalesce(d.programIds, []) = coalesce(p.programIds, [])
  AND d.last >= p.first
  AND (p.firstReport IS NULL OR d.lastReport IS NULL OR d.lastReport >= p.firstReport)
RETURN p.placeName AS place, p.kind AS kind, p.asset AS asset, p.unit AS unit, p.figure AS planned,
  p.first AS plannedFirst, d.stage AS stage, d.figure AS reported, d.last AS reportedLast,
  p.quote AS plannedQuote, d.quote AS reportedQuote, p.id AS plannedId, d.id AS reportedId
ORDER BY plannedId, reportedId
LIMIT $first
