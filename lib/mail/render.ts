import { direction, type Locale, type Words } from "@/lib/text";
import type { Text } from "./letters";

/** A letter as plain text and as simple HTML that reads well with pictures and style switched off. */
export function render(
  { subject, paragraphs, sections = [], button, footer }: Text,
  words: Words,
  locale: Locale,
  origin: string,
) {
  const link = button && origin + button.path;
  const text = [
    ...paragraphs,
    ...sections.flatMap(({ title, lines, more }) => [
      `${title}\n${"=".repeat(Math.min(60, [...title].length))}`,
      ...[...lines, ...(more ? [{ ...more, said: "" }] : [])].map(({ text: line, said, path }) =>
        [line, ...(said ? [`“${said}”`] : []), origin + path].join("\n"),
      ),
    ]),
    ...(button ? [`${button.label}:\n${link}`] : []),
    ...(footer.length ? ["-- ", ...footer] : []),
  ];
  const html = `<!doctype html>
<html lang="${safe(locale)}" dir="${direction(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#26221d;background:#fff">
<main style="max-width:34em;margin:0 auto">
${paragraphs.map((one) => `<p>${safe(one)}</p>`).join("\n")}
${sections.map((one) => sectionHtml(one, origin)).join("\n")}
${button ? buttonHtml(button.label, link ?? "", words) : ""}
${footer.map((one) => `<p style="color:#6b635a;font-size:14px">${safe(one)}</p>`).join("\n")}
</main>
</body>
</html>
`;
  return { subject: oneLine(subject), text: `${text.join("\n\n")}\n`, html };
}

const buttonHtml = (label: string, link: string, words: Words) => `<p><a href="${safe(link)}"
 style="display:inline-block;padding:12px 20px;border-radius:8px;background:#26221d;color:#fff;text-decoration:none">${safe(label)}</a></p>
<p style="color:#6b635a;font-size:14px">${safe(words.mail.linkBelow)}<br>${safe(link)}</p>`;

const sectionHtml = ({ title, lines, more }: NonNullable<Text["sections"]>[number], origin: string) => `
<h2 style="font-size:18px;margin:28px 0 4px">${safe(title)}</h2>
${lines
  .map(
    ({ text, said, path }) =>
      `<p style="margin:14px 0"><a href="${safe(origin + path)}" style="color:#26221d;font-weight:600">${safe(text)}</a>${
        said ? `<br><span style="color:#6b635a">“${safe(said)}”</span>` : ""
      }</p>`,
  )
  .join("\n")}
${more ? `<p style="margin:14px 0"><a href="${safe(origin + more.path)}" style="color:#26221d">${safe(more.text)}</a></p>` : ""}`;

/** A community may be named with a line break; a subject may not. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 200);

const safe = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign] ?? sign,
  );
