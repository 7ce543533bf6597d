/** A code `noun.code`; its sentence is `words.noun.errors.code`. */
export type RefusalCode = `${string}.${string}`;

/**
 * "No", said to a person. Everything else that is thrown is a fault of ours: logged with its cause, shown as one general sentence.
 * `fields` maps the name of a form field to the code of what is wrong with it.
 */
export class Refusal extends Error {
  constructor(
    readonly status: 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503,
    readonly code: RefusalCode,
    readonly more: {
      fields?: Record<string, RefusalCode>;
      retryAfter?: number;
      params?: Record<string, string | number>;
    } = {},
  ) {
    super(code);
    this.name = "Refusal";
  }
}

export const refuse = {
  /** For what is not there and for what this viewer may not know to be there: the two are the same answer. */
  notFound: () => new Refusal(404, "common.notFound"),
  signIn: () => new Refusal(401, "common.signInFirst"),
  forbidden: (code: RefusalCode = "common.forbidden") => new Refusal(403, code),
  invalid: (fields: Record<string, RefusalCode>, code: RefusalCode = "common.checkFields") =>
    new Refusal(422, code, { fields }),
  conflict: (code: RefusalCode, params?: Record<string, string | number>) => new Refusal(409, code, { params }),
  tooLarge: (code: RefusalCode = "common.tooLarge") => new Refusal(413, code),
  /** @param retryAfter seconds */
  tooMany: (retryAfter: number, code: RefusalCode = "common.tooMany") =>
    new Refusal(429, code, { retryAfter, params: { minutes: Math.ceil(retryAfter / 60) } }),
  unavailable: (retryAfter = 5) => new Refusal(503, "common.unavailable", { retryAfter }),
};
