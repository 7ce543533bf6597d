export interface Postgres {
  /** For the application: short statements only. */
  url: string;
  /** The same owner without time limits: migrations, jobs, listening, backups. */
  directUrl: string;
  /** The server's superuser, for test databases. */
  adminUrl: string;
  socketDir: string;
  /** False when a server that already ran is shared. */
  started: boolean;
  /** Lets go of the server and stops it unless somebody else is connected; says whether it stopped. */
  stop(options?: { evenIfShared?: boolean }): Promise<boolean>;
}

export function startPostgres(options: { dataDir: string; onLost?: () => void }): Promise<Postgres>;
