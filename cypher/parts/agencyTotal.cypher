// How many agencies `n` there are.
RETURN count(DISTINCT n.id) AS total
