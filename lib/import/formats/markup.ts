const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Words out of HTML: quotes and code are somebody else's, or nobody's. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<(aside|blockquote|pre|code|script|style)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<img\b[^>]*\balt="(:[\w+-]+:)"[^>]*>/gi, " $1 ")
    .replace(/<\/?(?:p|br|div|li|h\d)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith("#")) return names[name.toLowerCase()] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    });
}
