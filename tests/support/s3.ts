import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A server that speaks as much of S3 as we use, and is strict about it: it works out every signature itself by the
 * specification (AWS Signature Version 4), from what arrived and not from what the client meant, and answers as Amazon does.
 */
export interface S3Options {
  readonly bucket?: string;
  /** Small, so that a list comes in pages. */
  readonly pageSize?: number;
  readonly versioning?: boolean;
}

const region = "eu-test-1";
const accessKeyId = "AKIDTESTS";
const secretAccessKey = "the secret key of the tests/+=";

export async function startS3({ bucket = "kindling-tests", pageSize = 2, versioning = false }: S3Options = {}) {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  /** What the next requests are answered with instead. */
  const troubles: { status: number; code: string }[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://localhost");
    const body = await bodyOf(request);
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    const say = (status: number, content: string | Buffer = "", headers: Record<string, string | number> = {}) =>
      response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : content);
    const refuse = (status: number, code: string) =>
      say(status, `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${url.pathname}</Message></Error>`);

    const wrong = demandSignature(request, body, { accessKeyId, secretAccessKey, region });
    if (wrong) return refuse(wrong === "InvalidAccessKeyId" || wrong.startsWith("Signature") ? 403 : 400, wrong);
    const trouble = troubles.shift();
    if (trouble) return refuse(trouble.status, trouble.code);
    const [, name, ...rest] = url.pathname.split("/");
    if (name !== bucket) return refuse(404, "NoSuchBucket");
    const key = decodeURIComponent(rest.join("/"));
    if (!key) return say(200, url.searchParams.has("versioning") ? versions(versioning) : list(url.searchParams));
    if (request.method === "PUT") {
      // Amazon takes no body whose length it is not told.
      if (request.headers["content-length"] === undefined) return refuse(411, "MissingContentLength");
      objects.set(key, body);
      return say(200);
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return say(204);
    }
    const kept = objects.get(key);
    if (!kept) return refuse(404, "NoSuchKey");
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    if (from === undefined) return say(200, kept, { "content-length": kept.length });
    if (Number(from) >= kept.length) return refuse(416, "InvalidRange");
    const part = kept.subarray(Number(from), Number(to) + 1);
    say(206, part, {
      "content-length": part.length,
      "content-range": `bytes ${from}-${Number(from) + part.length - 1}/${kept.length}`,
    });
  }

  function list(query: URLSearchParams): string {
    const [prefix, after] = [query.get("prefix") ?? "", query.get("start-after") ?? ""];
    const found = [...objects.keys()].sort().filter((key) => key.startsWith(prefix) && key > after);
    const page = found.slice(0, pageSize).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    const more = found.length > pageSize;
    return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${page.join("")}</ListBucketResult>`;
  }

  const http = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => http.listen(0, "localhost", resolve));
  const endpoint = `http://localhost:${(http.address() as AddressInfo).port}`;
  return {
    bucket: { endpoint, region, bucket, accessKeyId, secretAccessKey },
    /** The same as the operator would write it. */
    variables: {
      S3_ENDPOINT: endpoint,
      S3_REGION: region,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    },
    objects,
    asked,
    troubles,
    async stop() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

const versions = (on: boolean) =>
  `<?xml version="1.0"?><VersioningConfiguration>${on ? "<Status>Enabled</Status>" : ""}</VersioningConfiguration>`;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

type Signed = Pick<IncomingMessage, "method" | "url" | "headers">;

/** What is wrong with a request's signature, by its code; nothing, if it is right. */
export function demandSignature(request: Signed, body: Buffer, keys: Keys, now = Date.now()): string | undefined {
  const { headers } = request;
  const [, credential = "", names = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  if (!signature) return "MissingSecurityHeader";
  const [id, day = "", region = "", service, end] = credential.split("/");
  if (id !== keys.accessKeyId) return "InvalidAccessKeyId";
  if (region !== keys.region || service !== "s3" || end !== "aws4_request") return "AuthorizationHeaderMalformed";
  const time = String(headers["x-amz-date"] ?? "");
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (!time.startsWith(day) || !(Math.abs(now - at) < 15 * 60_000)) return "RequestTimeTooSkewed";
  const signed = names.split(";");
  // Host and every header of Amazon's must be signed, or somebody on the way could change them.
  const must = ["host", ...Object.keys(headers).filter((name) => name.startsWith("x-amz-"))];
  if (must.some((name) => !signed.includes(name))) return "AccessDenied";
  const payload = String(headers["x-amz-content-sha256"] ?? "");
  if (payload !== sha256(body)) return "XAmzContentSHA256Mismatch";

  const url = new URL(request.url ?? "/", "http://localhost");
  const query = [...url.searchParams].map((pair) => pair.map(escaped).join("=")).sort();
  const canonical = [
    request.method,
    url.pathname.split("/").map(decodeURIComponent).map(escaped).join("/"),
    query.join("&"),
    ...signed.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, " ")}`),
    "",
    names,
    payload,
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(Buffer.from(canonical))].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (previous, part) => hmac(previous, part),
    `AWS4${keys.secretAccessKey}`,
  );
  return hmac(key, text).toString("hex") === signature ? undefined : "SignatureDoesNotMatch";
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
/** As RFC 3986 has it: everything but letters, digits and -._~ is escaped. */
const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
