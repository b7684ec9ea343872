// Which articles `n` pass; a filter that is null lets all through.
// params: outlets?, years?, subjects?, within?, scripts?, states?, since?, until?, periodUnknown?, title?
WHERE ($outlets IS NULL OR n.outlet IN $outlets)
  AND ($years IS NULL OR n.year IN $years)
  AND ($subjects IS NULL OR n.subjectPlace IN $subjects)
  AND ($within IS NULL OR any(area IN $within WHERE n.subjectPlace = area.code OR n.subjectPlace STARTS WITH area.below))
  AND ($scripts IS NULL OR n.script IN $scripts)
  AND ($states IS NULL OR coalesce(n.state, 'open') IN $states)
  AND ($periodUnknown IS NULL
    OR (n.publishedOn IS NULL AND $periodUnknown <> 'EXCLUDE')
    OR (n.publishedOn IS NOT NULL AND $periodUnknown <> 'ONLY'
      AND ($until IS NULL OR n.publishedOn <= $until)
      AND ($since IS NULL OR n.publishedOn >= $since)))
  AND ($title IS NULL OR n.title CONTAINS $title)
