// Which version of the schema the store has; no row when it was made before versions were recorded, or is new.
// params: 
// columns: version
MATCH (n:Journal {key: 'schema'})
RETURN n.version AS version
