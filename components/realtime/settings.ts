export interface RealtimeSettings {
  readonly key: string;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly authUrl: string;
  readonly catchUpUrl: string;
}
