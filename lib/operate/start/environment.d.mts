type Variables = Record<string, string | undefined>;

export const project: string;
export function readSettings(given?: Variables): {
  variables: Variables;
  port: number;
  host: string;
  dataDir: string;
  databaseUrl?: string;
};
export function parse(text: string): Variables;
