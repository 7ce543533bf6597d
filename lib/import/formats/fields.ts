// Reading what may be of any shape.

export type Fields = Readonly<Record<string, unknown>>;

export const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;

export const id = (value: unknown): string | undefined => {
  const found = text(value);
  return found === undefined || found === "" ? undefined : found;
};

export const fields = (value: unknown): Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const objects = (value: unknown): readonly Fields[] => list(value).map(fields);
