import { customFetch, type NextAuthConfig, type Profile } from "next-auth";
import { env } from "./env";
import type { OAuthProvider, OidcProvider } from "./env-providers";

// Its own file: how each kind of provider is spoken to. Who comes back from one is the matter of lib/auth.ts, which sees no difference.

/** The configured providers, as next-auth wants them. */
export const spokenTo = (): NextAuthConfig["providers"] =>
  env.providers.map((provider) => (provider.kind === "oidc" ? byOidc(provider) : byOAuth(provider)));

const byOidc = ({ id, name, issuer, clientId, clientSecret }: OidcProvider) => ({
  id,
  name,
  type: "oidc" as const,
  issuer,
  clientId,
  clientSecret,
  checks: ["pkce" as const, "state" as const, "nonce" as const],
  // By the standard the address stands in the answer of the userinfo endpoint, not in the token.
  idToken: false as const,
  [customFetch]: fetchFrom([issuer], "and the https endpoints it names"),
});

const byOAuth = (provider: OAuthProvider) => {
  const { id, name, issuer, clientId, clientSecret, authorization, token, userinfo, scope, secretIn } = provider;
  return {
    id,
    name,
    type: "oauth" as const,
    issuer,
    clientId,
    clientSecret,
    client: { token_endpoint_auth_method: secretIn === "body" ? "client_secret_post" : "client_secret_basic" },
    authorization: { url: authorization, params: { scope } },
    token,
    userinfo: {
      url: userinfo,
      request: ({ tokens }: { tokens: { access_token?: string } }) => whoIs(provider, tokens.access_token ?? ""),
    },
    checks: ["pkce" as const, "state" as const],
    [customFetch]: fetchFrom([token]),
  };
};

/** Only to where the operator's configuration points, and to https endpoints where the provider may name some; never by a redirect. */
function fetchFrom(configured: readonly string[], named?: "and the https endpoints it names"): typeof fetch {
  const own = configured.map((address) => new URL(address).origin);
  return (input, init) => {
    const to = new URL(input instanceof Request ? input.url : input);
    if (!own.includes(to.origin) && !(named && to.protocol === "https:"))
      throw new Error(`A provider named an address at ${to.origin}.`);
    return fetch(input, { ...init, redirect: "error", signal: AbortSignal.timeout(5_000) });
  };
}

/** What an OAuth 2.0 provider says about the token's owner, in the words of OpenID Connect. An address counts as proven only where the provider says so. */
async function whoIs({ userinfo, emails, fields }: OAuthProvider, token: string): Promise<Profile> {
  const person = await ask(userinfo, token);
  const subject = at(person, fields.subject);
  // Without one, or with a number too large to be told from its neighbour, two people would be one.
  if (!(typeof subject === "string" && subject !== "") && !Number.isSafeInteger(subject))
    throw new Error(`A provider does not say who somebody is in ${fields.subject}.`);
  const address = emails
    ? primary(await ask(emails, token))
    : {
        email: text(at(person, fields.email)),
        email_verified: fields.emailVerified !== undefined && at(person, fields.emailVerified) === true,
      };
  return { sub: String(subject), name: text(at(person, fields.name)), ...address };
}

async function ask(address: string, token: string): Promise<unknown> {
  const headers = { accept: "application/json", authorization: `Bearer ${token}`, "user-agent": "Kindling" };
  const answer = await fetch(address, { headers, redirect: "error", signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`A provider answered ${answer.status}.`);
  return answer.json();
}

/** Only the primary address: the others may be shared, or long given up. */
function primary(list: unknown): Pick<Profile, "email" | "email_verified"> {
  const found = Array.isArray(list) ? list.find((entry) => at(entry, "primary") === true) : undefined;
  return { email: text(at(found, "email")), email_verified: at(found, "verified") === true };
}

/** The value at a path such as `data.id`. */
const at = (from: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (value, name) =>
        value !== null && typeof value === "object" && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined,
      from,
    );

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
