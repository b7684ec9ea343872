// Which claims `n` pass; a filter that is null lets all through. What few ask for is looked at only where $more is 1.
// params: kinds?, years?, assets?, stages?, more=0, scopes?, approximators?, verdicts?, articles?, programs?, actors?, codes?, within?
// params: near?, fields?, positions?, amountMin?, amountMax?, amountUnknown?, countMin?, countMax?, countUnknown?, units?
// params: since?, until?, periodUnknown?, text?
WHERE ($kinds IS NULL OR n.kind IN $kinds)
  AND ($years IS NULL OR n.year IN $years)
  AND ($assets IS NULL OR n.asset IN $assets)
  AND ($stages IS NULL OR n.stage IN $stages)
  AND ($more = 0 OR (($scopes IS NULL OR n.scope IN $scopes)
    AND ($approximators IS NULL OR n.approx IN $approximators)
    AND ($verdicts IS NULL OR coalesce(n.review, 'open') IN $verdicts)
    AND ($articles IS NULL OR n.articleId IN $articles)
    AND ($units IS NULL OR n.unit IN $units)
    AND ($amountUnknown IS NULL
      OR (n.amountCny IS NULL AND $amountUnknown <> 'EXCLUDE')
      OR (n.amountCny IS NOT NULL AND $amountUnknown <> 'ONLY'
        AND ($amountMin IS NULL OR n.amountCny >= $amountMin)
        AND ($amountMax IS NULL OR n.amountCny <= $amountMax)))
    AND ($countUnknown IS NULL
      OR (n.count IS NULL AND $countUnknown <> 'EXCLUDE')
      OR (n.count IS NOT NULL AND $countUnknown <> 'ONLY'
        AND ($countMin IS NULL OR n.count >= $countMin)
        AND ($countMax IS NULL OR n.count <= $countMax)))
    AND ($periodUnknown IS NULL
      OR (coalesce(n.from, n.asOf, n.to) IS NULL AND $periodUnknown <> 'EXCLUDE')
      OR (coalesce(n.from, n.asOf, n.to) IS NOT NULL AND $periodUnknown <> 'ONLY'
        AND ($until IS NULL OR coalesce(n.from, n.asOf, n.to) <= $until)
        AND ($since IS NULL OR coalesce(n.to, n.asOf, n.from) >= $since
          OR $since STARTS WITH coalesce(n.to, n.asOf, n.from))))
    AND ($programs IS NULL OR any(id IN n.programIds WHERE id IN $programs))
    AND ($actors IS NULL OR any(ref IN n.actorRefs WHERE ref IN $actors))
    AND ($codes IS NULL OR any(code IN n.placeCodes WHERE code IN $codes))
    AND ($within IS NULL OR any(code IN n.placeCodes
      WHERE any(area IN $within WHERE code = area.code OR code STARTS WITH area.below)))
    AND ($fields IS NULL OR all(field IN $fields WHERE field IN n.evidenceFields))
    AND ($near IS NULL OR none(i IN $positions
      WHERE ($fields IS NULL OR coalesce(n.evidenceFields[i], '') IN $fields)
        AND NOT coalesce(n.evidenceFroms[i], 'clause') IN $near))
    AND ($text IS NULL OR n.quote CONTAINS $text)))
