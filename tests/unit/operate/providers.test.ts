import { describe, expect, it } from "vitest";
import { readEnv } from "@/lib/env";
import { read } from "../docs/variables";

const needed = { AUTH_SECRET: "x".repeat(32), DATABASE_URL: "postgresql://localhost/x" };
const client = { name: "The Brand", clientId: "us", clientSecret: "known to both" };
const oidc = { id: "brand", issuer: "https://id.brand.example", ...client };
const endpoints = {
  authorization: "https://git.example/authorize",
  token: "https://git.example/token",
  userinfo: "https://git.example/user",
};
const oauth = { id: "git", scope: "read", ...endpoints, ...client };
const readWith = (more: Record<string, unknown>) =>
  readEnv({ ...needed, ...Object.fromEntries(Object.entries(more).map(([name, it]) => [name, JSON.stringify(it)])) });

describe("sign-in providers by configuration", () => {
  it("reads both kinds, and what OAuth calls its fields where nothing else is said", () => {
    const { providers } = readWith({ OIDC_PROVIDERS: [oidc], OAUTH_PROVIDERS: [oauth] });
    expect(providers).toEqual([
      { kind: "oidc", ...oidc },
      { kind: "oauth", ...oauth, fields: { subject: "id", name: "name", email: "email" }, secretIn: "header" },
    ]);
  });

  it("stops the start with one line for what is wrong", () => {
    for (const [wrong, says] of [
      [{ OIDC_PROVIDERS: [{ ...oidc, issuer: "id.brand.example" }] }, "OIDC_PROVIDERS must be a JSON list"],
      [{ OAUTH_PROVIDERS: [{ ...oauth, userinfo: undefined }] }, "OAUTH_PROVIDERS must be a JSON list"],
      [{ OAUTH_PROVIDERS: [{ ...oauth, token: "file:///etc/passwd" }] }, "OAUTH_PROVIDERS must be a JSON list"],
      [{ OIDC_PROVIDERS: [oidc], OAUTH_PROVIDERS: [{ ...oauth, id: "brand" }] }, "name brand twice"],
    ] as const)
      expect(() => readWith(wrong)).toThrow(says);
  });

  it("takes the README's example as it stands there", () => {
    const [, example = ""] = /OAUTH_PROVIDERS=(\[[\s\S]*?\])\n\n/.exec(read("README.md")) ?? [];
    const { providers } = readEnv({ ...needed, OAUTH_PROVIDERS: example.replace(/\n\s*/g, "") });
    expect(providers).toMatchObject([{ id: "github", emails: "https://api.github.com/user/emails" }]);
  });
});
