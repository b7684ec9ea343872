// Asset nodes are unique by kind, and found by it: the embedded engine needs the index beside the constraint.
CREATE CONSTRAINT asset_kind IF NOT EXISTS FOR (n:Asset) REQUIRE n.kind IS UNIQUE;
CREATE INDEX asset_kind_index IF NOT EXISTS FOR (n:Asset) ON (n.kind);
