// How many nodes bear each label that is in use.
// params: 
// columns: label, total
MATCH (n)
WITH labels(n)[0] AS label, size(labels(n)) AS labels
WITH label, labels, count(label) AS total
RETURN label, total
ORDER BY label
