type Variables = Record<string, string | undefined>;

export function firstStart(options: {
  dataDir: string;
  empty: boolean;
  variables: Variables;
}): Promise<{ welcome: string; demo: boolean }>;
