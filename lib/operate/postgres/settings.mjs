/** Given on the command line, so that no file in the data folder can weaken them. */
export const settings = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "40",
  shared_buffers: "128MB",
  jit: "off",
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  lock_timeout: "10s",
  // wal_level minimal refuses to start while max_wal_senders is above 0.
  wal_level: "minimal",
  max_wal_senders: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  // Messages about one statement quote what people wrote; the log keeps only what concerns the server.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/**
 * `kindling` is the application: its statements are short or they are cut off. `kindling_direct` does the long work
 * (migrations, jobs, backups, listening) and acts as `kindling`, so that everything has one owner.
 */
export const firstStatements = [
  "CREATE ROLE kindling LOGIN",
  "CREATE ROLE kindling_direct LOGIN IN ROLE kindling",
  "ALTER ROLE kindling_direct SET role = 'kindling'",
  "ALTER ROLE kindling SET statement_timeout = '5s'",
  "ALTER ROLE kindling SET idle_in_transaction_session_timeout = '10s'",
  "CREATE DATABASE kindling OWNER kindling",
];
