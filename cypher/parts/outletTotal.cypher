// How many outlets `n` there are.
RETURN count(DISTINCT n.name) AS total
