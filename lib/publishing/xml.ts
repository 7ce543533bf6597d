const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** What XML cannot hold at all, however it is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is about them
const never = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

class Xml {
  constructor(readonly text: string) {}
}

/** A piece of XML: what is put into it is words, unless it is a piece or a list of pieces itself. */
export function xml(parts: TemplateStringsArray, ...values: (string | number | Xml | readonly Xml[])[]): Xml {
  return new Xml(parts.reduce((text, part, n) => text + said(values[n - 1]!) + part));
}

function said(value: string | number | Xml | readonly Xml[]): string {
  if (value instanceof Xml) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("");
  return String(value)
    .toWellFormed()
    .replace(never, "")
    .replace(/[&<>"']/g, (sign) => signs[sign]!);
}

/** As it is answered. @param type its media type */
export const answerXml = (piece: Xml, type = "application/xml"): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${piece.text}\n`, {
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "no-cache" },
  });
