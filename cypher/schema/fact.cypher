// Fact nodes are unique by id, and found by it: the embedded engine needs the index beside the constraint.
CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE;
CREATE INDEX fact_id_index IF NOT EXISTS FOR (n:Fact) ON (n.id);
CREATE INDEX fact_factKey_index IF NOT EXISTS FOR (n:Fact) ON (n.factKey);
CREATE INDEX fact_placeCode_index IF NOT EXISTS FOR (n:Fact) ON (n.placeCode);
CREATE INDEX fact_year_index IF NOT EXISTS FOR (n:Fact) ON (n.year);
CREATE INDEX fact_kind_index IF NOT EXISTS FOR (n:Fact) ON (n.kind);
