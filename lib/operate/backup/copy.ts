import type { Client, Connection, Submittable } from "pg";

// PostgreSQL's COPY through the connection we have: pg passes its messages on but offers no streams of its own.

type Wire = Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
};

/** What both directions answer to pg in the same way. */
abstract class Copy implements Submittable {
  protected wire: Wire | undefined;
  /** pg's client asks every query for it. */
  readonly callback = () => {};
  constructor(private readonly statement: string) {}
  submit(connection: Connection) {
    this.wire = connection as Wire;
    connection.query(this.statement);
  }
  abstract handleError(error: Error): void;
  abstract handleReadyForQuery(): void;
  abstract handleCopyInResponse(): void;
  abstract handleCopyData(message: { chunk: Buffer }): void;
  handleCommandComplete(_: { text: string }) {}
  handleRowDescription() {}
  handleDataRow() {}
  handleEmptyQuery() {}
  handlePortalSuspended() {}
}

/** Enough to keep the disk busy, too little to be felt in memory. */
const block = 64 * 1024;

class CopyOut extends Copy {
  private rows: Buffer[] = [];
  private size = 0;
  private ready: Buffer[] = [];
  private ended = false;
  private abandoned = false;
  private error: Error | undefined;
  private wake = () => {};

  handleCopyData({ chunk }: { chunk: Buffer }) {
    if (this.abandoned) return;
    // The chunk lies in a buffer that the connection uses again.
    this.rows.push(Buffer.from(chunk));
    this.size += chunk.length;
    if (this.size >= block) this.flush();
  }
  handleCopyInResponse() {}
  handleError(error: Error) {
    this.error = error;
    this.wake();
  }
  handleReadyForQuery() {
    this.flush();
    this.ended = true;
    this.wake();
  }
  private flush() {
    if (this.size > 0) this.ready.push(Buffer.concat(this.rows));
    this.rows = [];
    this.size = 0;
    if (this.ready.length > 8) this.wire?.stream.pause();
    this.wake();
  }
  async *blocks(): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        const next = this.ready.shift();
        if (next) yield next;
        else if (this.error) throw this.error;
        else if (this.ended) return;
        else {
          const woken = new Promise<void>((done) => {
            this.wake = done;
          });
          this.wire?.stream.resume();
          await woken;
        }
      }
    } finally {
      this.abandoned = true;
      this.wire?.stream.resume();
    }
  }
}

class CopyIn extends Copy {
  private failure: unknown;
  constructor(
    statement: string,
    private readonly source: AsyncIterable<Buffer>,
    private readonly settle: (error?: unknown) => void,
  ) {
    super(statement);
  }
  async handleCopyInResponse() {
    const wire = this.wire as Wire;
    try {
      for await (const chunk of this.source) {
        if (this.failure) return;
        wire.sendCopyFromChunk(chunk);
        if (wire.stream.writableNeedDrain) await new Promise<void>((done) => wire.stream.once("drain", done));
      }
      wire.endCopyFrom();
    } catch (error) {
      this.failure = error;
      wire.sendCopyFail("the source ended early");
    }
  }
  handleCopyData() {}
  handleError(error: Error) {
    this.failure ??= error;
  }
  handleReadyForQuery() {
    this.settle(this.failure);
  }
}

/** `COPY ... TO STDOUT`, in blocks. */
export const copyOut = (client: Client, statement: string): AsyncGenerator<Buffer> =>
  client.query(new CopyOut(statement)).blocks();

/** `COPY ... FROM STDIN`. */
export const copyIn = (client: Client, statement: string, source: AsyncIterable<Buffer>): Promise<void> =>
  new Promise((done, refuse) => {
    client.query(new CopyIn(statement, source, (error) => (error ? refuse(error) : done())));
  });
