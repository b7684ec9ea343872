// Which agencies `n` pass; a filter that is null lets all through.
// params: types?, codes?, within?, name?
WHERE ($types IS NULL OR n.type IN $types)
  AND ($codes IS NULL OR n.placeCode IN $codes)
  AND ($within IS NULL OR any(area IN $within WHERE n.placeCode = area.code OR n.placeCode STARTS WITH area.below))
  AND ($name IS NULL OR n.name CONTAINS $name OR any(alias IN n.aliases WHERE alias CONTAINS $name))
