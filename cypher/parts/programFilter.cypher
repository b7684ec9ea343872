// Which programs `n` pass; a filter that is null lets all through.
// params: categories?, discovered?, name?
WHERE ($categories IS NULL OR n.category IN $categories)
  AND ($discovered IS NULL OR n.discovered = $discovered)
  AND ($name IS NULL OR n.name CONTAINS $name OR n.nameEn CONTAINS $name OR any(alias IN n.aliases WHERE alias CONTAINS $name))
