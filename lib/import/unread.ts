const mostSamples = 20;
const mostFields = 500;

/** What was not read, so that it can be said. Nothing here is fatal. */
export class Unread {
  count = 0;
  /** Left out on purpose: private or deleted. */
  leftOut = 0;
  readonly samples: { where: string; why: string }[] = [];
  readonly fields = new Map<string, number>();

  note(where: string, why: string) {
    this.count += 1;
    if (this.samples.length < mostSamples) this.samples.push({ where, why });
  }

  /** Counts the fields that we do not know. */
  unknown(record: object, known: ReadonlySet<string>) {
    for (const field in record)
      if (!known.has(field) && (this.fields.size < mostFields || this.fields.has(field)))
        this.fields.set(field, (this.fields.get(field) ?? 0) + 1);
  }
}
