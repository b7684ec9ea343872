// Takes from claims what they were joined to, before they are written again; rows: key.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.key})-[r:`BY`|ABOUT|AT|`FOR`|PART_OF|PAYS_FOR|SUPPORTS]->()
DELETE r
