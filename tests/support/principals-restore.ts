import { Client } from "pg";
import { inject } from "vitest";
import { stateOfAll } from "./principals-undo";

/**
 * Puts a database back to what it was, for acts of another process that cannot be taken back as a transaction can.
 * Only the tables that changed are written.
 */
export async function keepState(url: string) {
  const admin = new Client({ connectionString: asAdmin(url) });
  await admin.connect();
  const before = await stateOfAll();
  const tables = [...Object.keys(before), "attempts"];
  await admin.query("create schema kept");
  for (const table of tables) await admin.query(`create table kept."${table}" as table public."${table}"`);
  // Keys to other tables and the ledger's own guard would not let rows go.
  await admin.query("set session_replication_role = replica");
  return {
    changed,
    async restore(): Promise<void> {
      const touched = [...(await changed()), "attempts"];
      await admin.query("begin");
      for (const table of touched) await admin.query(`delete from public."${table}"`);
      for (const table of touched) await admin.query(`insert into public."${table}" select * from kept."${table}"`);
      await admin.query("commit");
    },
    close: () => admin.end(),
  };

  async function changed(): Promise<string[]> {
    const now = await stateOfAll();
    return Object.keys(now).filter((table) => now[table] !== before[table]);
  }
}

function asAdmin(url: string): string {
  const address = new URL(inject("adminUrl"));
  address.pathname = new URL(url).pathname;
  return address.href;
}
