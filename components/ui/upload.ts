// Loaded with the first file. The small protocol of any upload here: begin, then parts at the offset that has arrived.

const partBytes = 8 * 1024 * 1024;

export type Sending = {
  readonly file: File;
  /** Where it was going when it stopped, to go on from. */
  at?: string;
};

type Told = { ok?: boolean; message?: string; received?: number; fileId?: string | null; address?: string | null };

/** The file by its id, and the picture by its address. */
export type Arrived = { readonly fileId: string; readonly address: string };

/** What the server said against it; without words the line broke. */
export class NotSent extends Error {}

type Way = { action: string; signal: AbortSignal; progress: (share: number) => void };

/** Sends what has not arrived yet. */
export async function upload(sending: Sending, way: Way): Promise<Arrived> {
  let offset = sending.at ? await reached(sending.at, way) : undefined;
  if (offset === undefined) {
    sending.at = await begin(sending.file, way);
    offset = 0;
  }
  for (;;) {
    const told = await sendPart(sending, offset, way);
    const { fileId, address } = told;
    if (fileId && address) return { fileId, address };
    if (told.received === undefined || told.received === offset) throw new NotSent(told.message);
    offset = told.received;
  }
}

async function reached(at: string, { signal }: Way): Promise<number | undefined> {
  const answer = await fetch(at, { method: "HEAD", signal }).catch(broken(signal));
  const offset = Number(answer.headers.get("upload-offset"));
  // All of it is there and it did not become a file: it begins anew.
  return answer.ok && offset < Number(answer.headers.get("upload-length")) ? offset : undefined;
}

async function begin(file: File, { action, signal }: Way): Promise<string> {
  const answer = await fetch(action, {
    method: "POST",
    body: JSON.stringify({ key: crypto.randomUUID(), size: file.size }),
    headers: { accept: "application/json", "content-type": "application/json" },
    signal,
  }).catch(broken(signal));
  const at = answer.headers.get("location");
  if (answer.ok && at) return at;
  const told = (await answer.json().catch(() => ({}))) as Told;
  throw new NotSent(told.message);
}

async function sendPart({ file, at }: Sending, offset: number, way: Way): Promise<Told> {
  const part = await file.slice(offset, offset + partBytes).arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", part));
  const checksum = `sha256 ${btoa(String.fromCharCode(...sum))}`;
  // The older way of asking: it alone tells how much has gone.
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("PATCH", at!);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("upload-offset", String(offset));
    request.setRequestHeader("upload-checksum", checksum);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => way.progress((offset + Math.min(loaded, part.byteLength)) / file.size);
    request.onload = () => done((request.response ?? {}) as Told);
    request.onerror = () => failed(new NotSent());
    request.onabort = () => failed(new NotSent());
    way.signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(part);
  });
}

const broken = (signal: AbortSignal) => (error: unknown) => {
  throw signal.aborted ? error : new NotSent();
};

/** It is no longer wanted: what has arrived goes. */
export function forget({ at }: Sending): void {
  if (at) void fetch(at, { method: "DELETE" }).catch(() => undefined);
}
