import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { refuse } from "@/lib/errors";
import { log } from "@/lib/log";
import { demandId, isId, isVariant, type Kept, readKey, type Storage } from "./keys";

export interface Bucket {
  /** Without a path: the bucket is named in the path of every request. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What the server said no with. Its message is not kept: it quotes the request. */
export class BucketError extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
  ) {
    super(`The bucket answered ${status} ${reason}`);
    // As a full disk says it; see full.ts.
    if (status === 507 || /QuotaExceeded|StorageFull/.test(reason)) this.code = "EDQUOT";
  }
  readonly code?: string;
}

type Asked = { method?: string; body?: BodyInit; headers?: Record<string, string> };
const attempts = 3;
const answerWithinMs = 30_000;

/** A bucket of its own on Amazon S3 or a server that speaks like it. Objects are private: only the product reads them. */
export function s3({ endpoint, region, bucket, accessKeyId, secretAccessKey }: Bucket): Storage & {
  /** Whether what is removed stays as an older version. */
  keepsVersions(): Promise<boolean>;
} {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });
  const base = `${endpoint}/${bucket}`;
  const objectOf = (key: string) => {
    const { id, variant } = readKey(key);
    return `${base}/${id}/${variant}`;
  };

  /** Answers nothing for what is not there. The body is signed along, so the server refuses what was damaged on its way. */
  async function ask(url: string, { headers, ...asked }: Asked = {}, sha256 = emptySum): Promise<Response | undefined> {
    const once = asked.body instanceof ReadableStream;
    for (let attempt = 1; ; attempt++) {
      const signed = await client.sign(url, { ...asked, headers: { ...headers, "x-amz-content-sha256": sha256 } });
      const answer = await inTime(signed, once).catch((error: unknown) => error);
      if (answer instanceof Response && answer.ok) return answer;
      const said = answer instanceof Response ? await refusalOf(answer) : undefined;
      if (said?.status === 404 && said.reason !== "NoSuchBucket") return undefined;
      const again = !said || said.status >= 500 || said.status === 429;
      // A stream is gone once it was sent.
      if (again && !once && attempt < attempts) await pause(Math.random() * 200 * 2 ** attempt);
      else throw said ?? away(answer);
    }
  }

  async function* keys(prefix: string): AsyncGenerator<string> {
    for (let last = ""; ; ) {
      const query = new URLSearchParams({ "list-type": "2", prefix, ...(last && { "start-after": last }) });
      const text = (await (await ask(`${base}?${query}`))?.text()) ?? "";
      const found = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) => key);
      yield* found;
      last = found.at(-1) ?? "";
      if (!last || !/<IsTruncated>\s*true/.test(text)) return;
    }
  }

  return {
    where: `the bucket ${bucket}`,

    async put(key, bytes) {
      await ask(objectOf(key), sent(bytes as BodyInit, bytes.byteLength), sumOf(bytes));
    },

    async take(key, path) {
      const hash = createHash("sha256");
      for await (const chunk of createReadStream(path)) hash.update(chunk);
      const { size } = await stat(path);
      const body = Readable.toWeb(createReadStream(path)) as ReadableStream;
      await ask(objectOf(key), sent(body, size), hash.digest("hex"));
      await rm(path);
    },

    async size(key) {
      const answer = await ask(objectOf(key), { method: "HEAD" });
      return answer && Number(answer.headers.get("content-length"));
    },

    async get(key, span) {
      const headers: Record<string, string> = span ? { range: `bytes=${span.from}-${span.to}` } : {};
      const answer = await ask(objectOf(key), { headers });
      if (!answer) return undefined;
      if (span && answer.status !== 206) throw new BucketError(answer.status, "whole instead of a part");
      return { size: Number(answer.headers.get("content-length")), stream: answer.body } as Kept;
    },

    async remove(id) {
      for await (const key of keys(`${demandId(id)}/`)) await ask(`${base}/${key}`, { method: "DELETE" });
    },

    async variants(id) {
      const names: string[] = [];
      for await (const key of keys(`${demandId(id)}/`)) names.push(key.slice(id.length + 1));
      return names.filter(isVariant).sort();
    },

    async *ids() {
      let before = "";
      for await (const key of keys("")) {
        const id = key.split("/")[0] ?? "";
        if (id !== before && isId(id)) yield id;
        before = id;
      }
    },

    async keepsVersions() {
      const answer = await ask(`${base}?versioning=`);
      return /<Status>\s*Enabled/.test((await answer?.text()) ?? "");
    },
  };
}

/** The length is said, or the framework's fetch sends a body in chunks, which no bucket takes. */
const sent = (body: BodyInit, size: number): Asked => ({
  method: "PUT",
  body,
  headers: { "content-length": String(size) },
});

const sumOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const emptySum = sumOf(new Uint8Array());

/** Waits for the answer to begin; how long its body takes is the reader's affair, and a large one may take long to send. */
async function inTime(request: Request, patient: boolean): Promise<Response> {
  const late = new AbortController();
  const timer = patient ? undefined : setTimeout(() => late.abort(), answerWithinMs);
  try {
    return await fetch(request, { cache: "no-store", redirect: "manual", signal: late.signal });
  } finally {
    clearTimeout(timer);
  }
}

async function refusalOf(answer: Response): Promise<BucketError> {
  const reason = /<Code>(\w+)<\/Code>/.exec(await answer.text().catch(() => ""))?.[1];
  return new BucketError(answer.status, reason ?? answer.statusText);
}

/** A server that is away for a moment is not a fault of the act: it can be tried again. */
function away(cause: unknown) {
  log.error({ err: cause, area: "files" }, "the bucket did not answer");
  return refuse.unavailable(10);
}
