// How many facts `n` there are.
RETURN count(DISTINCT n.id) AS total
