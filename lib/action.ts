import { NextResponse } from "next/server";
import { z } from "zod";
import type { AnyAccess } from "./access/gate";
import { currentViewer, type Viewer } from "./access/viewer";
import { env } from "./env";
import { Refusal, type RefusalCode, refuse } from "./errors";
import { pageField, renderAgain, shown } from "./form-return";
import { log } from "./log";
import { currentWords } from "./page";
import { paths, safeNext } from "./paths";
import { sentence } from "./text";

export type Params = Record<string, string>;
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

interface Action<Input, Access extends AnyAccess, Result> {
  /** noun.verb, as in the inventory of the authorisation matrix. */
  name: string;
  input: z.ZodType<Input>;
  /** Turns who asks into a proof that they may. */
  open: (viewer: Viewer, params: Params, input: Input) => Access | Promise<Access>;
  run: (access: Access, input: Input, more: { key: string; params: Params }) => Promise<Result>;
  /** Where to go afterwards: a path of ours. Without it the same page is shown once more, with what was typed. */
  to?: (result: Result, more: { params: Params; input: Input }) => string | Promise<string>;
  /** What a script is told besides, and the same page when it is shown once more. */
  tells?: (result: Result) => { preview?: string; revision?: number };
  /** The form that its button stands on, where that is sent elsewhere by its other buttons. */
  formOf?: (params: Params) => string;
  /** Names of fields that may appear several times and are always a list. */
  lists?: readonly string[];
  /** Bytes of body; the default is for words, files ask for more. */
  limit?: number;
}

const wordsOnly = 1_000_000;

/** The one builder of form handlers: a plain POST in, 303 out; asked for JSON it says the same in JSON. */
export function action<Input, Access extends AnyAccess, Result>(a: Action<Input, Access, Result>): Handler {
  return async (request, context) => {
    const params = await context.params;
    let form: FormData | undefined;
    try {
      fromOurselves(request);
      form = await readForm(request, a.limit ?? wordsOnly);
      const key = z.uuid().safeParse(form.get("key"));
      if (!key.success) throw refuse.invalid({}, "common.formTooOld");
      const input = parse(a.input, form, a.lists ?? []);
      const access = await a.open(await currentViewer(), params, input);
      const result = await a.run(access, input, { key: key.data, params });
      const location = await a.to?.(result, { params, input });
      const told = a.tells?.(result);
      if (wantsJson(request)) return NextResponse.json({ ok: true, location, ...told });
      if (location) return redirectTo(location);
      const page = cameFrom(request, form);
      const values = { action: a.formOf?.(params) ?? ownPath(request), values: shown(form), fields: {}, page };
      return await renderAgain(page, request, { ...values, preview: told?.preview }, 200);
    } catch (error) {
      return answer(a.name, request, error, form, a.formOf?.(params));
    }
  };
}

interface Api<Access extends AnyAccess> {
  name: string;
  open: (viewer: Viewer, params: Params, request: Request) => Access | Promise<Access>;
  run: (access: Access, request: Request, params: Params) => Promise<Response>;
  /** Off for readers that cannot send an Origin; a write always needs one. */
  write?: boolean;
}

/** The one builder of every other route handler. */
export function api<Access extends AnyAccess>(a: Api<Access>): Handler {
  return async (request, context) => {
    try {
      if (a.write) fromOurselves(request);
      const params = await context.params;
      return await a.run(await a.open(await currentViewer(), params, request), request, params);
    } catch (error) {
      return answer(a.name, request, error, undefined);
    }
  };
}

/** A browser says where a form came from; what came from elsewhere, or does not say, is refused. */
function fromOurselves(request: Request): void {
  if (request.headers.get("origin") !== env.origin) throw refuse.forbidden("common.otherSite");
}

async function readForm(request: Request, limit: number): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (
    !/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type) ||
    request.headers.has("content-encoding")
  )
    throw refuse.invalid({});
  const body = await readBody(request, limit);
  try {
    return await new Response(body as BodyInit, { headers: { "content-type": type } }).formData();
  } catch {
    throw refuse.invalid({});
  }
}

/** Never more than the limit in memory, whatever the declared length says. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw refuse.tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > limit) throw refuse.tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parse<Input>(schema: z.ZodType<Input>, form: FormData, lists: readonly string[]): Input {
  const names = [...new Set(form.keys())].filter((name) => name !== "key");
  // The database holds no text with a null in it, and nobody types one.
  for (const [name, value] of form)
    if (typeof value === "string" && value.includes("\0")) throw refuse.invalid({ [name]: "common.invalid" });
  const fields: Record<string, unknown> = Object.create(null);
  for (const name of names.slice(0, 200)) {
    const all = form.getAll(name);
    fields[name] = lists.includes(name) ? all : all[0];
  }
  for (const name of lists) fields[name] ??= [];
  const read = schema.safeParse(fields);
  if (read.success) return read.data;
  const wrong: Record<string, RefusalCode> = {};
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? "");
    wrong[field] ??= isCode(issue.message) ? issue.message : "common.invalid";
  }
  throw refuse.invalid(wrong);
}

const isCode = (text: string): text is RefusalCode => /^[a-z]+\.[a-zA-Z]+$/.test(text);
const wantsJson = (request: Request) => request.headers.get("accept")?.includes("application/json") ?? false;
const redirectTo = (location: string) => new Response(null, { status: 303, headers: { location } });

async function answer(
  name: string,
  request: Request,
  error: unknown,
  form: FormData | undefined,
  action = ownPath(request),
): Promise<Response> {
  const refusal = asRefusal(name, error);
  const words = await currentWords();
  const params = refusal.more.params ?? {};
  const fields = Object.fromEntries(
    Object.entries(refusal.more.fields ?? {}).map(([field, code]) => [field, sentence(words, code)]),
  );
  const message = sentence(words, refusal.code, params);
  const extra: Record<string, string> = refusal.more.retryAfter
    ? { "retry-after": String(refusal.more.retryAfter) }
    : {};
  if (form && !wantsJson(request)) {
    const page = cameFrom(request, form);
    if (refusal.code === "accounts.proveAgain") return redirectTo(paths.prove(page));
    if (refusal.status === 401) return redirectTo(paths.signIn(page));
    try {
      const returned = { action, values: shown(form), message, fields, page };
      const again = await renderAgain(page, request, returned, refusal.status);
      for (const [header, value] of Object.entries(extra)) again.headers.set(header, value);
      return again;
    } catch (fault) {
      log.warn({ name, err: fault }, "the form could not be shown again");
    }
  }
  if (!wantsJson(request))
    return new Response(message, {
      status: refusal.status,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...extra },
    });
  return NextResponse.json(
    { ok: false, message, fields },
    { status: refusal.status, headers: { "cache-control": "no-store", ...extra } },
  );
}

const ownPath = (request: Request) => new URL(request.url).pathname;

/** The page of ours that a form stood on. One that was shown again stands at the address of the form, and says itself where it was. */
function cameFrom(request: Request, form?: FormData): string {
  const said = form?.get(pageField);
  if (said) return safeNext(said);
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return "/";
  const url = new URL(referer);
  return url.origin === env.origin ? url.pathname + url.search : "/";
}

const unreachable = new Set([
  "ECONNREFUSED",
  "ENOENT",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "57014",
  "25006",
  "08006",
  "08001",
]);

function asRefusal(name: string, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const cause = error instanceof Error ? ((error.cause ?? error) as { code?: string; message?: string }) : {};
  if (cause.message === "aborted") {
    log.info({ name }, "whoever sent it went away before it was all heard");
    return refuse.unavailable();
  }
  const down =
    (cause.code && unreachable.has(cause.code)) ||
    /timeout exceeded|Connection terminated|is not queryable/.test(cause.message ?? "");
  log.error({ name, err: error }, down ? "the database did not answer" : "an act failed");
  return down ? refuse.unavailable() : new Refusal(503, "common.unexpected");
}
