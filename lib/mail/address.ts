const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one mailbox this text names, in small letters; nothing if it names none, several, or anything that a mail
 * server could read as several. Only ASCII: a full-width @ is a letter to one program and a separator to another.
 */
export function mailbox(text: string): string | undefined {
  const address = text.toLowerCase();
  const [name = "", domain = "", ...more] = address.split("@");
  if (more.length > 0 || address.length > 254 || name.length > 64 || !local.test(name)) return undefined;
  const labels = domain.split(".");
  if (labels.length < 2 || !labels.every((part) => label.test(part))) return undefined;
  // toLowerCase maps a few letters outside ASCII (the Kelvin sign) into it; what was typed must have been ASCII already.
  return /^[\x21-\x7e]+$/.test(text) ? address : undefined;
}
