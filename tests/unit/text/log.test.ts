import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { logTo } from "@/lib/log";

function lines(write: (log: ReturnType<typeof logTo>) => void) {
  let text = "";
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  write(logTo(sink, "info"));
  return text;
}

test("a log line tells what happened and never who", () => {
  const text = lines((log) => {
    const area = log.child({ area: "mail" });
    area.info({ person: "0190c7a2-1111-7000-8000-000000000001", email: "ada@example.org" }, "queued");
    area.info({ mail: { to: "ada@example.org", headers: { cookie: "s=1", authorization: "Bearer x" } } }, "sent");
    area.error(
      { err: new Error("550 <ada@example.org>: no such user, token sdfkjh34kjhsdf98sdfkjh34kjhsdf98xx") },
      "refused",
    );
    const failed = new Error("Failed query: insert into people values ($1)\nparams: ada@example.org", {
      cause: Object.assign(new Error("duplicate key: Key (email)=(ada@example.org) already exists"), {
        code: "23505",
        detail: "ada@example.org",
      }),
    });
    area.error({ err: failed }, "failed");
  });
  expect(text).not.toMatch(/ada@|Bearer|s=1|sdfkjh34/);
  expect(text).toContain("0190c7a2-1111-7000-8000-000000000001");
  expect(text).toContain('"code":"23505"');
  const first = JSON.parse(text.split("\n")[0] ?? "");
  expect(first).toMatchObject({ level: "info", area: "mail", msg: "queued" });
  expect(Object.keys(first)).not.toContain("hostname");
});
