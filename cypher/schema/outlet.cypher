// Outlet nodes are unique by name, and found by it: the embedded engine needs the index beside the constraint.
CREATE CONSTRAINT outlet_name IF NOT EXISTS FOR (n:Outlet) REQUIRE n.name IS UNIQUE;
CREATE INDEX outlet_name_index IF NOT EXISTS FOR (n:Outlet) ON (n.name);
