import { createServer } from "node:http";
import Provider from "oidc-provider";

/**
 * A real OpenID Connect server, on a loopback port. Whoever signs in there is who they say they are:
 * `ada` has ada@club.example, and `unproven-ada` the same address without the provider vouching for it.
 */
export async function startProvider(port: number, redirectUri: string) {
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "kindling", client_secret: "the secret of the tests", redirect_uris: [redirectUri] }],
    cookies: { keys: ["the keys of the tests"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: id,
        email: `${id.replace("unproven-", "")}@club.example`,
        email_verified: !id.startsWith("unproven-"),
      }),
    }),
  });
  const server = createServer(provider.callback());
  await new Promise<void>((done) => server.listen(port, "localhost", done));
  return {
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
