/** Runs one of our TypeScript files to its successful end, and answers what it printed. */
export function mustRun(file: string, args: string[], variables: Record<string, string | undefined>): Promise<string>;
