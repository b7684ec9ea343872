// Which outlets `n` pass; a filter that is null lets all through.
// params: name?
WHERE ($name IS NULL OR n.name CONTAINS $name)
