// How many places `n` there are.
RETURN count(DISTINCT n.code) AS total
