import { z } from "zod";
import { oauthProviders, oidcProviders, twice } from "./env-providers";

/** The only reader of the environment in the product. A wrong value stops the start with one line that names it. */

const origin = z
  .url({ protocol: /^https?$/, error: "must be an address such as https://community.example" })
  .transform((address) => new URL(address).origin);

const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

/** Which bucket, and the key to it: all or none. */
const bucket = ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

const schema = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    HOST: z.string().default("localhost"),
    REALTIME_PORT: z.coerce.number().int().min(1).max(65535).optional(),
    ORIGIN: origin.optional(),
    AUTH_SECRET: z.string().min(32, "must hold at least 32 characters"),
    DATA_DIR: z.string().default("data"),
    S3_BUCKET: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        "must be the name of a bucket: small letters, digits, dots and hyphens",
      )
      .optional(),
    S3_ENDPOINT: origin.optional(),
    S3_REGION: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, "must be the name of a region such as eu-central-1")
      .default("us-east-1"),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    DATABASE_URL: z.string().min(1),
    DATABASE_URL_DIRECT: z.string().min(1).optional(),
    VISITOR_PAGES_MB: z.coerce.number().int().min(0).max(4_096).default(48),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().default("Kindling <no-reply@localhost>"),
    METRICS_TOKEN: z.string().min(16).optional(),
    LOG_LEVEL: z.enum(logLevels).default("info"),
    KINDLING_DEMO: z.enum(["0", "1"]).default("0"),
    OIDC_PROVIDERS: z.string().default("[]").transform(oidcProviders),
    OAUTH_PROVIDERS: z.string().default("[]").transform(oauthProviders),
    PUSHER_APP_ID: z.string().default("kindling"),
    PUSHER_KEY: z.string().default("kindling"),
    PUSHER_SECRET: z.string().optional(),
    PUSHER_HOST: z.string().optional(),
    PUSHER_PORT: z.coerce.number().int().min(1).max(65535).optional(),
    PUSHER_CLUSTER: z.string().optional(),
    PUSHER_TLS: z.enum(["0", "1"]).default("1"),
  })
  .superRefine(demandWholeBucket)
  .superRefine(({ OIDC_PROVIDERS, OAUTH_PROVIDERS }, ctx) => {
    const id = twice([...OIDC_PROVIDERS, ...OAUTH_PROVIDERS]);
    if (id) ctx.addIssue({ code: "custom", path: ["OAUTH_PROVIDERS"], message: `and OIDC_PROVIDERS name ${id} twice` });
  })
  .transform((e) => {
    const hosted = Boolean(e.PUSHER_HOST ?? e.PUSHER_CLUSTER);
    const own = e.ORIGIN ?? `http://localhost:${e.PORT}`;
    return {
      port: e.PORT,
      host: e.HOST,
      realtimePort: e.REALTIME_PORT,
      origin: own,
      secret: e.AUTH_SECRET,
      dataDir: e.DATA_DIR,
      s3:
        e.S3_BUCKET && e.S3_ACCESS_KEY_ID && e.S3_SECRET_ACCESS_KEY
          ? {
              endpoint: e.S3_ENDPOINT ?? `https://s3.${e.S3_REGION}.amazonaws.com`,
              region: e.S3_REGION,
              bucket: e.S3_BUCKET,
              accessKeyId: e.S3_ACCESS_KEY_ID,
              secretAccessKey: e.S3_SECRET_ACCESS_KEY,
            }
          : undefined,
      databaseUrl: e.DATABASE_URL,
      databaseUrlDirect: e.DATABASE_URL_DIRECT ?? e.DATABASE_URL,
      trustedProxies: e.TRUSTED_PROXIES,
      /** None while pages are being written: each is made anew. */
      visitorPagesMb: process.env.NODE_ENV === "production" ? e.VISITOR_PAGES_MB : 0,
      smtpUrl: e.SMTP_URL,
      mailFrom: e.MAIL_FROM,
      metricsToken: e.METRICS_TOKEN,
      logLevel: e.LOG_LEVEL,
      /** Demo mode exists only where the demo world was seeded by us, no mail leaves the machine and only the machine itself can knock. */
      demo:
        e.KINDLING_DEMO === "1" && !e.SMTP_URL && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(own).hostname),
      /** Further ways to sign in. */
      providers: [...e.OIDC_PROVIDERS, ...e.OAUTH_PROVIDERS],
      realtime: {
        appId: e.PUSHER_APP_ID,
        key: e.PUSHER_KEY,
        secret: e.PUSHER_SECRET ?? e.AUTH_SECRET,
        embedded: !hosted,
        host: e.PUSHER_HOST,
        port: e.PUSHER_PORT,
        cluster: e.PUSHER_CLUSTER,
        tls: e.PUSHER_TLS === "1",
      },
    };
  });

/** Half a bucket would quietly be the disk. */
function demandWholeBucket(e: Partial<Record<(typeof bucket)[number] | "S3_ENDPOINT", string>>, ctx: z.RefinementCtx) {
  if (![...bucket, "S3_ENDPOINT" as const].some((name) => e[name])) return;
  for (const name of bucket)
    if (!e[name]) ctx.addIssue({ code: "custom", path: [name], message: "is missing, as other S3_ variables are set" });
}

export type Env = z.infer<typeof schema>;

/** Reads and checks a set of variables; throws one line a person can act on. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const read = schema.safeParse(set);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new Error(`${first?.path.join(".") || "The environment"} ${first?.message ?? "is wrong"}.`);
}

let known: Env | undefined;

/** Read at first use and not at import, because the build has no environment. */
export const env: Env = new Proxy({} as Env, {
  get(_, key) {
    if (!known) {
      known = readEnv(process.env);
      // next-auth takes its own address from here, never from a header somebody sent.
      process.env.AUTH_URL = known.origin;
    }
    return known[key as keyof Env];
  },
});

/** The log is opened before anything else, in the build and in tests too, where the rest of the environment is not there. */
export const logLevel = (): string => logLevels.find((level) => level === process.env.LOG_LEVEL) ?? "info";
