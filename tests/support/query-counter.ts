import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Stands between an application and its database and notes every statement that passes. It understands only what a
 * client sends: a first message without a type, then a letter, a length and a body.
 * @param url the address of the database, by a Unix socket
 */
export async function countQueries(url: string) {
  const address = new URL(url);
  const real = join(address.searchParams.get("host") ?? "", ".s.PGSQL.5432");
  const folder = mkdtempSync(join(tmpdir(), "kindling-counter-"));
  const seen: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(real);
    const listen = statements((text) => seen.push(text));
    client.on("data", listen);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      open.add(socket);
      // Either end may go at any moment; the other follows.
      socket.on("error", () => {});
      socket.on("close", () => [client, database].forEach((each) => void each.destroy()));
      socket.on("close", () => open.delete(socket));
    }
  });
  await new Promise<void>((done) => server.listen(join(folder, ".s.PGSQL.5432"), done));
  address.searchParams.set("host", folder);
  return {
    url: address.href,
    /** The statements since the last call. */
    take: () => seen.splice(0),
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Reads one client's stream and says the text of each statement as it is executed. */
export function statements(say: (text: string) => void): (part: Buffer) => void {
  let rest = Buffer.alloc(0);
  let greeted = false;
  const prepared = new Map<string, string>();
  let bound = "";
  return (part) => {
    rest = Buffer.concat([rest, part]);
    for (;;) {
      const head = greeted ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      const type = greeted ? String.fromCharCode(rest[0]!) : "";
      const body = rest.subarray(head + 4, end);
      rest = rest.subarray(end);
      greeted = true;
      const texts = body.toString("utf8").split("\0");
      if (type === "Q") say(texts[0]!);
      if (type === "P") prepared.set(texts[0]!, texts[1]!);
      // A portal's name comes first, then that of the statement it is made from.
      if (type === "B") bound = prepared.get(texts[1]!) ?? "";
      if (type === "E") say(bound);
    }
  };
}
