// A page of the outlets `n`, each once, in the order asked for: those of which it is not known last, equal ones by name. It
// begins after the one whose rank and name are given; $afterOpen is 1 where its rank is not known.
// params: order='ID', descending=0, afterKey='', afterRank?, afterOpen=0, first=50
WITH DISTINCT n
WITH n, CASE $order WHEN 'ID' THEN n.name ELSE null END AS rank
WITH n, rank, CASE WHEN rank IS NULL THEN 1 ELSE 0 END AS open
WHERE $afterKey = ''
  OR open > $afterOpen
  OR (open = 0 AND $afterOpen = 0 AND $descending = 0 AND rank > $afterRank)
  OR (open = 0 AND $afterOpen = 0 AND $descending = 1 AND rank < $afterRank)
  OR (open = $afterOpen AND (open = 1 OR rank = $afterRank) AND n.name > $afterKey)
WITH n, rank, open
ORDER BY open, CASE WHEN $descending = 1 THEN rank ELSE null END DESC, CASE WHEN $descending = 1 THEN null ELSE rank END, n.name
LIMIT $first
RETURN properties(n) AS outlet, rank, n.name AS key
ORDER BY open, CASE WHEN $descending = 1 THEN rank ELSE null END DESC, CASE WHEN $descending = 1 THEN null ELSE rank END, key
