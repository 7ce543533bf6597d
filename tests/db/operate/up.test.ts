import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startS3 } from "@/tests/support/s3";
import { freePort } from "@/tests/support/server";
import { newFolder, project } from "./processes";

let folder = "";
beforeAll(() => {
  folder = newFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const up = (variables: Record<string, string>) => {
  const env = { ...process.env, DATA_DIR: folder, ...variables };
  const { status, stderr } = spawnSync(process.execPath, [join(project, "lib/operate/up.mjs")], {
    env,
    encoding: "utf8",
  });
  return { status, lines: stderr.trim().split("\n") };
};

/** While this process answers, too. */
async function upBeside(variables: Record<string, string>) {
  const PORT = String(await freePort());
  const env = { ...process.env, DATA_DIR: folder, PORT, LOG_LEVEL: "silent", ...variables };
  const child = spawn(process.execPath, [join(project, "lib/operate/up.mjs")], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (part) => {
    said += part;
  });
  const [code] = await once(child, "close");
  return { code, said };
}

describe("a start that cannot succeed says why in one clear line", () => {
  it.each(["abc", "0", "65536", "-1", "80.5"])("a wrong PORT stops the start with one clear line: %s", (PORT) => {
    expect(up({ PORT })).toEqual({
      status: 1,
      lines: [`kindling: PORT must be a number from 1 to 65535, and it is "${PORT}".`],
    });
  });

  it("a port in use by another program is named", async () => {
    const other = createServer().listen(0, "localhost");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const { status, lines } = up({ PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringContaining(`kindling: port ${port} is in use by another program`)]);
  });

  it("a wrong value stops the start with one line that names it", () => {
    expect(up({ ORIGIN: "community.example" })).toEqual({
      status: 1,
      lines: ["kindling: ORIGIN must be an address such as https://community.example."],
    });
    expect(up({ S3_BUCKET: "kindling", S3_ACCESS_KEY_ID: "id" })).toEqual({
      status: 1,
      lines: ["kindling: S3_SECRET_ACCESS_KEY is missing, as other S3_ variables are set."],
    });
  });

  it("a bucket that cannot be used is named with its reason, and without its key", async () => {
    const bucket = await startS3({ versioning: true });
    const stopped = async (variables: Record<string, string>) => {
      const { code, said } = await upBeside({ ...bucket.variables, ...variables });
      expect(code).toBe(1);
      return said;
    };
    expect(await stopped({ S3_SECRET_ACCESS_KEY: "geheim" })).toBe(
      "kindling: S3_BUCKET kindling-tests refuses: 403 SignatureDoesNotMatch.\n",
    );
    expect(await stopped({ S3_ENDPOINT: "http://localhost:1" })).toBe(
      "kindling: S3_ENDPOINT http://localhost:1 does not answer.\n",
    );
    expect(await stopped({})).toBe(
      "kindling: S3_BUCKET kindling-tests keeps old versions, so what is erased would stay; switch versioning off.\n",
    );
    expect(bucket.objects.size).toBe(0);
    await bucket.stop();
  });

  it("a database that does not answer is said without its password", async () => {
    const gone = await freePort();
    const PORT = String(await freePort());
    const { status, lines } = up({ PORT, DATABASE_URL: `postgresql://a:geheim@localhost:${gone}/b` });
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^kindling: the database does not answer/)]);
    expect(lines.join()).not.toContain("geheim");
  });
});

describe("two supervisors", () => {
  const claim = (port: number) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "claimer.mjs"), folder, String(port)]);
    const said = Promise.race([once(child.stdout, "data"), once(child.stderr, "data")]).then(([data]) =>
      String(data).trim(),
    );
    return { child, said };
  };

  it("the second on the same folder and port exits naming the first", async () => {
    const port = await freePort();
    const first = claim(port);
    const { app } = JSON.parse(await first.said);
    const second = claim(port);
    expect(await second.said).toBe(
      `kindling: this Kindling already runs: http://localhost:${port}/ (process ${first.child.pid}).`,
    );
    expect((await once(second.child, "close"))[0]).toBe(1);
    first.child.kill("SIGKILL");
    process.kill(app, "SIGKILL");
  });

  it("kill -9 of the supervisor and again works: what it left on the port is ended", async () => {
    const port = await freePort();
    const first = claim(port);
    const { app } = JSON.parse(await first.said);
    first.child.kill("SIGKILL");
    await once(first.child, "close");
    const again = claim(port);
    expect(await again.said).toBe(`kindling: ending process ${app}, which an earlier start left behind`);
    const [line] = await once(again.child.stdout, "data");
    expect(JSON.parse(String(line)).app).not.toBe(app);
    again.child.kill("SIGKILL");
    process.kill(JSON.parse(String(line)).app, "SIGKILL");
  });
});
