// Place nodes are unique by code, and found by it: the embedded engine needs the index beside the constraint.
CREATE CONSTRAINT place_code IF NOT EXISTS FOR (n:Place) REQUIRE n.code IS UNIQUE;
CREATE INDEX place_code_index IF NOT EXISTS FOR (n:Place) ON (n.code);
CREATE INDEX place_name_index IF NOT EXISTS FOR (n:Place) ON (n.name);
CREATE INDEX place_parent_index IF NOT EXISTS FOR (n:Place) ON (n.parent);
