// The one Journal node: bookkeeping beside the graph.
CREATE CONSTRAINT journal_key IF NOT EXISTS FOR (n:Journal) REQUIRE n.key IS UNIQUE;
CREATE INDEX journal_key_index IF NOT EXISTS FOR (n:Journal) ON (n.key);
