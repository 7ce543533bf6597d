import { expect } from "@playwright/test";
import { Client } from "pg";
import { testSecrets } from "../../support/secrets";

process.env.AUTH_SECRET ??= testSecrets.AUTH_SECRET;
process.env.DATABASE_URL ??= process.env.TEST_ADMIN_URL;

/** The token of the newest mail of this kind, as its reader would find it in the mailbox. */
export async function linkTo(email: string, kind: string): Promise<string> {
  const { unseal } = await import("@/lib/access/secrets");
  let secret = "";
  await expect
    .poll(async () => {
      const rows = await ask(
        "select o.sealed from outbox o join people p on p.id = o.person_id where p.email = $1 and o.kind = $2 and o.sealed is not null order by o.created_at desc limit 1",
        [email, kind],
      );
      secret = rows[0] ? JSON.parse(unseal("mail", String(rows[0].sealed))).secret : "";
      return secret;
    })
    .not.toBe("");
  return secret;
}

/** What a test cannot wait for or bring about by the product alone. */
export async function ask(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: process.env.TEST_ADMIN_URL });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** As if somebody had shown an hour ago that it is them. */
export const anHourLater = (email: string) =>
  ask(
    "update sessions set proven_at = now() - interval '1 hour' where person_id = (select id from people where email = $1)",
    [email],
  );
