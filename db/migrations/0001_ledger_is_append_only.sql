-- The ledger is append-only: what was recorded is neither changed nor removed by the product.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER brand_ledger_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON brand_ledger EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER account_ledger_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON account_ledger EXECUTE FUNCTION refuse_change();
