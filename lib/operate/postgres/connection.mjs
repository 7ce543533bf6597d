/** @param {string} socketDir @param {string} user @param {string} [database] */
export const address = (socketDir, user, database = "kindling") =>
  `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;

/**
 * A connection as the server's own superuser. Loaded late: this module is read before packages are installed.
 * @param {string} socketDir @param {string} name
 */
export async function connect(socketDir, name) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: address(socketDir, "postgres"),
    application_name: name,
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Not there yet, starting up, shutting down, or all places taken for the moment. @param {any} error */
export const mayComeUp = (error) =>
  ["ENOENT", "ECONNREFUSED", "ECONNRESET", "57P03", "53300"].includes(error?.code) ||
  /timeout|terminated/i.test(error?.message ?? "");

/**
 * Everybody else who uses the server.
 * @param {import("pg").Client} client
 */
export async function countOthers(client) {
  const { rows } = await client.query(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
  );
  return rows[0].n;
}
