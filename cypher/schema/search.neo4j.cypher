// Text search over names, titles and quotes; the cjk analyzer finds words inside Chinese sentences.
CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (n:Place|Agency|Program|Article|Claim) ON EACH [n.searchText, n.title, n.quote]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
