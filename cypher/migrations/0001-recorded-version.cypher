// From here on a store says which version of the schema it has; what older programs wrote needs no other change.
MERGE (n:Journal {key: 'schema'})
ON CREATE SET n.version = 1
