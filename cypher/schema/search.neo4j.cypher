// Text search over names, titles and quotes. The cjk analyzer finds words inside Chinese sentences; a text index answers CONTAINS.
CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (n:Place|Agency|Program|Outlet|Article|Claim) ON EACH [n.searchText]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE TEXT INDEX place_words IF NOT EXISTS FOR (n:Place) ON (n.searchText);
CREATE TEXT INDEX agency_words IF NOT EXISTS FOR (n:Agency) ON (n.searchText);
CREATE TEXT INDEX program_words IF NOT EXISTS FOR (n:Program) ON (n.searchText);
CREATE TEXT INDEX article_words IF NOT EXISTS FOR (n:Article) ON (n.searchText);
CREATE TEXT INDEX claim_words IF NOT EXISTS FOR (n:Claim) ON (n.searchText);
CREATE TEXT INDEX outlet_words IF NOT EXISTS FOR (n:Outlet) ON (n.searchText);
