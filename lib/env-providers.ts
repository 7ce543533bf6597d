import { z } from "zod";

// Its own file because it is the one part of the environment with a shape of its own: the ways to sign in that an operator adds.

const address = z.url({ protocol: /^https?$/ });

const known = {
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().min(1).max(60),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
};

/** OpenID Connect: everything else is asked of the provider itself. */
const oidc = z.object({ ...known, issuer: address }).transform((it) => ({ kind: "oidc" as const, ...it }));

/** OAuth 2.0, which has no one way to say who somebody is: where to ask, and what the answer calls it. */
const oauth = z
  .object({
    ...known,
    authorization: address,
    token: address,
    userinfo: address,
    scope: z.string().min(1),
    /** What the fields of the userinfo are called; a dot leads into an object. */
    fields: z
      .object({
        subject: z.string().min(1).default("id"),
        name: z.string().min(1).default("name"),
        email: z.string().min(1).default("email"),
        /** True where the provider has proven the address. Without it, and without `emails`, no address is believed. */
        emailVerified: z.string().min(1).optional(),
      })
      .prefault({}),
    /** A list of `{email, primary, verified}` in the place of the field, as GitHub has it. */
    emails: address.optional(),
    /** For servers that name themselves in their answer. */
    issuer: address.optional(),
    /** Where the server wants the client's secret. */
    secretIn: z.enum(["header", "body"]).default("header"),
  })
  .transform((it) => ({ kind: "oauth" as const, ...it }));

/** Reads a variable that holds a list. */
const listOf =
  <Entry extends z.ZodType>(entry: Entry, fields: string) =>
  (text: string, ctx: z.RefinementCtx<string>): z.output<Entry>[] => {
    try {
      return z.array(entry).max(10).parse(JSON.parse(text));
    } catch {
      ctx.addIssue(`must be a JSON list of {${fields}}`);
      return z.NEVER;
    }
  };

export const oidcProviders = listOf(oidc, "id, name, issuer, clientId, clientSecret");
export const oauthProviders = listOf(
  oauth,
  "id, name, clientId, clientSecret, authorization, token, userinfo, scope, and perhaps fields, emails, issuer, secretIn",
);

export type OidcProvider = z.infer<typeof oidc>;
export type OAuthProvider = z.infer<typeof oauth>;
export type Provider = OidcProvider | OAuthProvider;

/** Two with one id would share their accounts. */
export const twice = (providers: readonly Provider[]): string | undefined =>
  providers.map(({ id }) => id).find((id, at, ids) => ids.indexOf(id) < at);
