// The order of hits: a name just so, the beginning of one, the beginning of another key (short names, gloss, pinyin), then any
// other; of these the shorter name first. params words holds what all must be in the text; word is the longest of them.
// params: word, words, exact, begins, other, limit
WITH key, name, CASE
  WHEN text CONTAINS $exact THEN 3
  WHEN text CONTAINS $begins THEN 2
  WHEN text CONTAINS $other THEN 1
  ELSE 0 END AS rank
RETURN key, name, rank
ORDER BY rank DESC, size(name), key
LIMIT $limit
