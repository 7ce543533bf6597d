import { Client } from "pg";
import { hashPassword } from "@/lib/accounts/passwords";

async function ask(text: string, values: unknown[] = []) {
  const client = new Client({ connectionString: process.env.TEST_ADMIN_URL });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** Gives somebody of the demo a password, who has none there. */
export async function resetPasswordOf(email: string, password: string): Promise<void> {
  const { rowCount } = await ask(
    `insert into passwords (person_id, hash) select id, $2 from people where email = $1
     on conflict (person_id) do update set hash = excluded.hash`,
    [email, await hashPassword(password)],
  );
  if (rowCount !== 1) throw new Error(`Nobody has the address ${email}.`);
}

/** What people wrote since the demo was planted, other tests among them. */
export async function wordsTyped(): Promise<string[]> {
  const { rows } = await ask(
    `select name as text from people union select bio from people union select name from brands
     union select unnest(array[name, purpose, about]) from communities
     union select unnest(array[name, purpose]) from spaces
     union select unnest(array[name, meaning, earned]) from badges
     union select reason from grants union select reason from suspensions`,
  );
  return rows.flatMap(({ text }) => text ?? []);
}
