// Which facts `n` pass; a filter that is null lets all through. What few ask for is looked at only where $more is 1.
// params: kinds?, years?, assets?, stages?, more=0, scopes?, approximators?, disputed?, parts?, corrected?, articles?, programs?, actors?
// params: codes?, within?, amountMin?, amountMax?, amountUnknown?, countMin?, countMax?, countUnknown?, units?, sourcesMin?
// params: since?, until?, periodUnknown?, text?
WHERE ($kinds IS NULL OR n.kind IN $kinds)
  AND ($years IS NULL OR n.year IN $years)
  AND ($assets IS NULL OR n.asset IN $assets)
  AND ($stages IS NULL OR n.stage IN $stages)
  AND ($more = 0 OR (($scopes IS NULL OR n.scope IN $scopes)
    AND ($approximators IS NULL OR n.approx IN $approximators)
    AND ($disputed IS NULL OR n.disputed = $disputed)
    AND ($parts IS NULL OR n.part = $parts)
    AND ($corrected IS NULL OR coalesce(n.corrected, false) = $corrected)
    AND ($sourcesMin IS NULL OR n.sources >= $sourcesMin)
    AND ($units IS NULL OR n.unit IN $units)
    AND ($amountUnknown IS NULL
      OR ((CASE WHEN n.unit = 'CNY' THEN n.figure ELSE null END) IS NULL AND $amountUnknown <> 'EXCLUDE')
      OR ((CASE WHEN n.unit = 'CNY' THEN n.figure ELSE null END) IS NOT NULL AND $amountUnknown <> 'ONLY'
        AND ($amountMin IS NULL OR (CASE WHEN n.unit = 'CNY' THEN n.figure ELSE null END) >= $amountMin)
        AND ($amountMax IS NULL OR (CASE WHEN n.unit = 'CNY' THEN n.figure ELSE null END) <= $amountMax)))
    AND ($countUnknown IS NULL
      OR ((CASE WHEN n.unit = 'CNY' THEN null ELSE n.figure END) IS NULL AND $countUnknown <> 'EXCLUDE')
      OR ((CASE WHEN n.unit = 'CNY' THEN null ELSE n.figure END) IS NOT NULL AND $countUnknown <> 'ONLY'
        AND ($countMin IS NULL OR (CASE WHEN n.unit = 'CNY' THEN null ELSE n.figure END) >= $countMin)
        AND ($countMax IS NULL OR (CASE WHEN n.unit = 'CNY' THEN null ELSE n.figure END) <= $countMax)))
    AND ($periodUnknown IS NULL
      OR (n.first = '' AND $periodUnknown <> 'EXCLUDE')
      OR (n.first <> '' AND $periodUnknown <> 'ONLY'
        AND ($until IS NULL OR n.first <= $until)
        AND ($since IS NULL OR n.last >= $since)))
    AND ($programs IS NULL OR any(id IN n.programIds WHERE id IN $programs))
    AND ($actors IS NULL OR any(ref IN n.actorRefs WHERE ref IN $actors))
    AND ($articles IS NULL OR any(id IN n.articleIds WHERE id IN $articles))
    AND ($codes IS NULL OR n.placeCode IN $codes)
    AND ($within IS NULL OR any(area IN $within WHERE n.placeCode = area.code OR n.placeCode STARTS WITH area.below))
    AND ($text IS NULL OR n.quote CONTAINS $text)))
