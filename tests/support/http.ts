import { randomUUID } from "node:crypto";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { closeDb, db } from "@/db/client";
import { startApp } from "@/lib/operate/start/app.mjs";
import { build } from "@/lib/operate/start/build.mjs";
import { direct, freshDatabase } from "./cluster";
import { type Principal, principals } from "./principals";
import { buildWorld, type World } from "./principals-world";
import { testSecrets } from "./secrets";
import { freePort } from "./server";

/** The built product on a world of its own. This process and the app speak to the same database. */
export interface Instance {
  readonly world: World;
  readonly origin: string;
  readonly url: string;
  readonly log: () => string;
  /** Milliseconds from nothing to ready, of the last start. */
  readonly startTook: number;
  /** As if the power went: kill -9 of every process of the app. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** A second process of the app beside the first, as behind one proxy; answers its own address. */
  another(): Promise<string>;
  ask(who: Principal, path: string, options?: Asking): Promise<Answer>;
  /** Every cookie it has set so far, as its answers said it. */
  readonly cookies: readonly string[];
}

export interface Asking {
  method?: string;
  form?: Record<string, string>;
  body?: BodyInit;
  headers?: Record<string, string | undefined>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** For one test file: starts before its tests, and ends after them. */
export function withInstance(more: Record<string, string> = {}): Instance {
  const held: {
    variables: Record<string, string>;
    world?: World;
    app?: ReturnType<typeof startApp>;
    origin: string;
    url: string;
    took: number;
  } = {
    variables: {},
    origin: "",
    url: "",
    took: 0,
  };
  const beside: ReturnType<typeof startApp>[] = [];
  const cookies: string[] = [];
  const dataDir = mkdtempSync(join(tmpdir(), "kindling-instance-"));
  const logFile = join(dataDir, "app.log");

  beforeAll(async () => {
    await build();
    held.url = await freshDatabase();
    const port = await freePort();
    held.origin = `http://localhost:${port}`;
    const variables = {
      ...testSecrets,
      DATABASE_URL: held.url,
      DATABASE_URL_DIRECT: direct(held.url),
      DATA_DIR: dataDir,
      ORIGIN: held.origin,
      KINDLING_DEMO: "0",
      SMTP_URL: "",
      OIDC_PROVIDERS: "",
      OAUTH_PROVIDERS: "",
      TRUSTED_PROXIES: "",
      S3_BUCKET: "",
      S3_ENDPOINT: "",
      S3_ACCESS_KEY_ID: "",
      S3_SECRET_ACCESS_KEY: "",
      ...more,
    };
    Object.assign(process.env, variables, { LOG_LEVEL: "silent" });
    held.world = await buildWorld();
    // As the job leaves letters where there is no mail server: it would change them while a test looks whether anything did.
    await db().execute(sql`update outbox set state = 'kept', done_at = now() where state = 'queued'`);
    // Nor does any news become due while it looks.
    await db().execute(sql`update notifications set letter = null, letter_at = null where letter is not null`);
    // One after the other: many at once would take many connections.
    for (const who of principals) await held.world.session(who);
    held.variables = { ...variables, LOG_LEVEL: "info" };
    await start();
  }, 180_000);

  afterAll(async () => {
    await Promise.all([held.app, ...beside].map((app) => app?.stop()));
    await closeDb();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function another() {
    const app = startApp({ port: await freePort(), variables: held.variables, output: openSync(logFile, "a") });
    beside.push(app);
    if (!(await app.ready())) throw new Error(readFileSync(logFile, "utf8").slice(-2_000));
    return app.address;
  }

  async function start() {
    const begun = performance.now();
    const output = openSync(logFile, "a");
    held.app = startApp({ port: Number(new URL(held.origin).port), variables: held.variables, output });
    if (!(await held.app.ready())) throw new Error(readFileSync(logFile, "utf8").slice(-2_000));
    held.took = performance.now() - begun;
  }

  return {
    start,
    another,
    cookies,
    async kill() {
      held.app?.kill("SIGKILL");
      await held.app?.ended;
    },
    get startTook() {
      return held.took;
    },
    get world() {
      return held.world!;
    },
    get origin() {
      return held.origin;
    },
    get url() {
      return held.url;
    },
    log: () => readFileSync(logFile, "utf8"),
    async ask(who, path, { method = "GET", form, body, headers = {} } = {}) {
      const secret = await held.world!.session(who);
      const sent: Record<string, string | undefined> = {
        "accept-language": "en",
        // To pack each answer and unpack it again is a third of what an answer costs, and nothing here is about that.
        "accept-encoding": "identity",
        ...(secret && { cookie: `kindling=${secret}` }),
        // What a browser sends with a form of ours.
        ...(method !== "GET" && method !== "HEAD" && { origin: held.origin }),
        ...headers,
      };
      const knock = () =>
        fetch(held.origin + path, {
          method,
          redirect: "manual",
          headers: Object.entries(sent).filter((pair): pair is [string, string] => pair[1] !== undefined),
          body: form ? new URLSearchParams({ key: randomUUID(), ...form }) : body,
          signal: AbortSignal.timeout(60_000),
        });
      // A connection that was kept may end in the moment it is used again: a browser asks once more, where asking changes nothing.
      const answer = await knock().catch((error) => {
        if (method !== "GET" && method !== "HEAD") throw error;
        return knock();
      });
      cookies.push(...answer.headers.getSetCookie());
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
  };
}

/** Asks as a robot, which gets its page whole: how a page is cut into pieces that stream is another each time. */
export const whole = { "user-agent": "Twitterbot/1.0" };

/**
 * What an answer says, without what is another in every answer: the nonce, keys of forms, moments, and the order and
 * numbers of the pieces of data that follow the page. `named` are the parts of the address that was asked for, which an
 * answer may say back.
 */
export function normal({ status, headers, text }: Answer, named: string[] = []): string {
  const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
  const kept = [...headers].filter(([name]) => !varying.has(name)).sort();
  const pieces: string[] = [];
  const page = text.replace(
    /<script[^>]*>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g,
    (_, piece: string) => {
      pieces.push(JSON.parse(piece) as string);
      return "";
    },
  );
  const data = headers.get("content-type")?.startsWith("text/x-component") ? text : pieces.join("");
  const plain = (said: string) =>
    [
      ...(nonce ? [[nonce, "NONCE"]] : []),
      ...named.flatMap((part) => [part, encodeURIComponent(part)]).map((part) => [part, "ADDRESS"]),
    ]
      .reduce((rest, [part, name]) => rest.replaceAll(part!, name!), said)
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, "KEY")
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "MOMENT")
      // How long ago that was goes on between two answers.
      .replace(/\bnow\b|\b\d+ (?:second|minute)s? ago\b/g, "AGO");
  const words = wordsOf(data).map(plain);
  return [
    status,
    ...kept.map((header) => plain(header.join(": "))),
    page === data ? "" : plain(page),
    ...new Set(words.sort()),
  ].join("\n");
}

/** Everything the data says. In which order its rows come, which of them point to which, and what was ready first is another each time. */
const wordsOf = (data: string): string[] =>
  rowsOf(Buffer.from(data))
    .flatMap((row) => row.match(/"(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|[a-z]+/g) ?? [row])
    .filter((word) => !word.startsWith('"$'));

/** A row is `id:json` and a line's end, or `id:Tlength,` and that many bytes of text. */
function rowsOf(data: Buffer): string[] {
  const rows: string[] = [];
  for (let at = 0; at < data.length; ) {
    const start = data.indexOf(":", at) + 1;
    const text = /^T([0-9a-f]+),/.exec(data.toString("utf8", start, start + 12));
    const from = text ? start + text[0].length : start;
    const end = text ? from + Number.parseInt(text[1]!, 16) : data.indexOf("\n", from);
    if (start === 0 || end < 0) return [...rows, data.toString("utf8", at)];
    rows.push(data.toString("utf8", from, end));
    at = text ? end : end + 1;
  }
  return rows;
}

const varying = new Set(["date", "content-length", "set-cookie", "keep-alive", "connection", "transfer-encoding"]);
