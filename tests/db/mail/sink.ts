import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { afterAll, beforeAll, beforeEach } from "vitest";

export type Received = { from: string; to: string[]; mail: ParsedMail };
type Mood = "takes" | "dies after the message" | "hangs up first" | "refuses for good" | "is busy";

/** A mail server that remembers what it was given, and can behave badly at the moment that matters. */
export function mailSink() {
  const sink = { url: "", mood: "takes" as Mood, received: [] as Received[] };
  const refusal = (code: number) =>
    Object.assign(new Error("no such box: <somebody@people.example>"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onConnect: (session, done) => {
      if (sink.mood !== "hangs up first") return done();
      socketOf(session)?.destroy();
    },
    onRcptTo: (_address, _session, done) => {
      if (sink.mood === "refuses for good") return done(refusal(550));
      if (sink.mood === "is busy") return done(refusal(451));
      return done();
    },
    onData: async (stream, session, done) => {
      const mail = await simpleParser(await whole(stream));
      const { mailFrom, rcptTo } = session.envelope;
      sink.received.push({
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map(({ address }) => address),
        mail,
      });
      if (sink.mood === "dies after the message") socketOf(session)?.destroy();
      else done();
    },
  });
  server.on("error", () => {});

  const socketOf = (session: SMTPServerSession) =>
    [...(server.connections as Set<{ session: { id: string }; _socket: { destroy(): void } }>)].find(
      (connection) => connection.session.id === session.id,
    )?._socket;

  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, "localhost", ready));
    const address = server.server.address();
    if (address && typeof address === "object") sink.url = `smtp://localhost:${address.port}`;
  });
  beforeEach(() => {
    sink.received.length = 0;
    sink.mood = "takes";
  });
  afterAll(() => new Promise<void>((closed) => server.close(closed)));
  return sink;
}

async function whole(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
