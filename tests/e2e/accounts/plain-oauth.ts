import { createServer, type IncomingMessage } from "node:http";
import Provider from "oidc-provider";

/**
 * A real OAuth 2.0 server that speaks no OpenID Connect: its tokens carry no identity, and who somebody is stands in an
 * answer of its own making, as at GitHub. `ada` has a proven address, `unproven-ada` the same one unproven; `shy-ada`'s only
 * proven address is not the primary one.
 */
export async function startPlainOAuth(port: number, redirectUris: string[]) {
  const issuer = `http://localhost:${port}`;
  const client_secret = "the secret of the tests";
  const provider = new Provider(issuer, {
    clients: [
      { client_id: "header", client_secret, redirect_uris: redirectUris },
      {
        client_id: "body",
        client_secret,
        redirect_uris: redirectUris,
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    cookies: { keys: ["the keys of the tests"] },
    scopes: ["read:user"],
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  const oauth = provider.callback();
  const server = createServer(async (request, response) => {
    const say = answers[request.url ?? ""];
    if (!say) return oauth(request, response);
    const login = await ownerOf(provider, request);
    response.writeHead(login ? 200 : 401, { "content-type": "application/json" });
    response.end(JSON.stringify(login ? say(login) : { message: "Requires authentication" }));
  });
  await new Promise<void>((done) => server.listen(port, "localhost", done));
  return {
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

async function ownerOf(provider: Provider, { headers }: IncomingMessage): Promise<string | undefined> {
  const token = await provider.AccessToken.find(headers.authorization?.replace(/^Bearer /, "") ?? "");
  return token?.accountId;
}

const addressOf = (login: string) => `${login.replace(/^(unproven|shy)-/, "")}@git.example`;
const isProven = (login: string) => !/^(unproven|shy)-/.test(login);
/** A number that stays, as a login does not. */
const numberOf = (login: string) => [...login].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1e9;

const answers: Record<string, (login: string) => unknown> = {
  "/user": (login) => ({
    ...(login !== "nobody" && { id: numberOf(login) }),
    login,
    name: login,
    email: addressOf(login),
    account: { confirmed: isProven(login) },
  }),
  "/user/emails": (login) => [
    { email: `${login}@elsewhere.example`, primary: false, verified: true },
    { email: addressOf(login), primary: true, verified: isProven(login) },
  ],
};
