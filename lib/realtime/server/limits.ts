export interface Limits {
  readonly messageBytes: number;
  readonly unreadBytes: number;
  readonly channelsPerSocket: number;
  readonly socketsPerNetwork: number;
  readonly sockets: number;
  readonly messagesPerRound: number;
  /** A round asks after quiet sockets and forgets counted messages. */
  readonly roundMs: number;
  readonly silenceMs: number;
  readonly signInWithinMs: number;
  readonly closeWithinMs: number;
  readonly requestBytes: number;
}

export const limits: Limits = {
  messageBytes: 8_192,
  unreadBytes: 1_000_000,
  channelsPerSocket: 60,
  // A school or an office stands behind one address.
  socketsPerNetwork: 300,
  sockets: 20_000,
  messagesPerRound: 300,
  roundMs: 15_000,
  silenceMs: 60_000,
  signInWithinMs: 10_000,
  closeWithinMs: 2_000,
  requestBytes: 256_000,
};
