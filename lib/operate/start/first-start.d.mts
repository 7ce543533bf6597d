export function firstStart(how: {
  dataDir: string;
  empty: boolean;
  variables: Record<string, string | undefined>;
}): Promise<{ welcome: string; demo: boolean }>;
