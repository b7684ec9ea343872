// Which places `n` pass; a filter that is null lets all through.
// params: levels?, parents?, within?, name?
WHERE ($levels IS NULL OR n.level IN $levels)
  AND ($parents IS NULL OR n.parent IN $parents)
  AND ($within IS NULL OR any(area IN $within WHERE n.code = area.code OR n.code STARTS WITH area.below))
  AND ($name IS NULL OR n.name CONTAINS $name)
