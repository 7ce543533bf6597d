import { Client } from "pg";
import { hashPassword } from "@/lib/accounts/passwords";

/** Gives somebody of the demo a password, who has none there. */
export async function resetPasswordOf(email: string, password: string): Promise<void> {
  const url = new URL(process.env.TEST_ADMIN_URL ?? "");
  url.pathname = "/kindling";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `insert into passwords (person_id, hash) select id, $2 from people where email = $1
       on conflict (person_id) do update set hash = excluded.hash`,
      [email, await hashPassword(password)],
    );
    if (rowCount !== 1) throw new Error(`Nobody has the address ${email}.`);
  } finally {
    await client.end();
  }
}
