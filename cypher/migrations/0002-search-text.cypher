// What search reads, of nodes that an older program wrote: their words, without the marks and pinyin of `xueliang rebuild`.
MATCH (n:Place) SET n.searchText = toLower(n.searchText);
MATCH (n:Agency) SET n.searchText = toLower(n.searchText);
MATCH (n:Program) SET n.searchText = toLower(n.searchText);
MATCH (n:Outlet) WHERE n.searchText IS NULL SET n.searchText = toLower(n.name);
MATCH (n:Article) WHERE n.searchText IS NULL AND n.title IS NOT NULL SET n.searchText = toLower(n.title);
MATCH (n:Claim) WHERE n.searchText IS NULL SET n.searchText = toLower(n.quote)
