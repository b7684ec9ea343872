// How many claims `n` there are.
RETURN count(DISTINCT n.id) AS total
