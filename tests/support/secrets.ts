/** Fixed, so that a test can sign what the application signs, and a copied database keeps its seals. They guard nothing outside the tests. */
export const testSecrets = {
  AUTH_SECRET: "the secret of the tests, which guards nothing at all",
  METRICS_TOKEN: "metrics token of the tests",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  PUSHER_KEY: "kindling-tests",
  PUSHER_SECRET: "realtime secret of the tests",
};
