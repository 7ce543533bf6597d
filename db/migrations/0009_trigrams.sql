-- Names are found by what is spelled alike: from the database itself, and any owner of it may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
