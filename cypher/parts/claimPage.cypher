// A page of the claims `n`, each once, in the order asked for: those of which it is not known last, equal ones by id. It
// begins after the one whose rank and id are given; $afterOpen is 1 where its rank is not known.
// Of each claim $wanted names the properties, which come as a list; all come as a map.
// params: order='ID', descending=0, afterKey='', afterRank?, afterOpen=0, first=50, wanted?
WITH DISTINCT n
WITH n, CASE $order WHEN 'AMOUNT' THEN n.amountCny WHEN 'COUNT' THEN n.count WHEN 'DATE' THEN coalesce(n.from, n.asOf, n.to) ELSE n.id END AS rank
WITH n, rank, CASE WHEN rank IS NULL THEN 1 ELSE 0 END AS open
WHERE $afterKey = ''
  OR open > $afterOpen
  OR (open = 0 AND $afterOpen = 0 AND $descending = 0 AND rank > $afterRank)
  OR (open = 0 AND $afterOpen = 0 AND $descending = 1 AND rank < $afterRank)
  OR (open = $afterOpen AND (open = 1 OR rank = $afterRank) AND n.id > $afterKey)
WITH n, rank, open
ORDER BY open, CASE WHEN $descending = 1 THEN rank ELSE null END DESC, CASE WHEN $descending = 1 THEN null ELSE rank END, n.id
LIMIT $first
RETURN CASE WHEN $wanted IS NULL THEN properties(n) ELSE [name IN $wanted | n[name]] END AS claim, rank, n.id AS key
ORDER BY open, CASE WHEN $descending = 1 THEN rank ELSE null END DESC, CASE WHEN $descending = 1 THEN null ELSE rank END, key
