// How many articles `n` there are.
RETURN count(DISTINCT n.id) AS total
