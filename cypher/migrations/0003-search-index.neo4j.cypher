// The full-text index of older programs covers other properties; the schema makes it anew.
DROP INDEX search IF EXISTS
