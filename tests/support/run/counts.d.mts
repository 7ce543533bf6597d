export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  problems: string[];
}

type Run = { code: number; mayBeEmpty: boolean };

export function vitestCounts(name: string, file: string, run: Run): Counts;
export function playwrightCounts(name: string, file: string, run: Run): Counts;
