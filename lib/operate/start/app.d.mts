type Variables = Record<string, string | undefined>;

export interface App {
  pid: number;
  /** Without a slash at its end. */
  address: string;
  ended: Promise<unknown>;
  /** Waits until it answers; false when it ended instead. */
  ready(): Promise<boolean>;
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export function startApp(options: {
  port: number;
  host?: string;
  dev?: boolean;
  variables: Variables;
  output?: "inherit" | "ignore" | number;
}): App;
