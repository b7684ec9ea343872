// How many programs `n` there are.
RETURN count(DISTINCT n.id) AS total
