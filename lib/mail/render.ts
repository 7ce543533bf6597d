import { direction, type Locale, type Words } from "@/lib/text";
import type { Text } from "./letters";

/** A letter as plain text and as simple HTML that reads well with pictures and style switched off. */
export function render({ subject, paragraphs, button, footer }: Text, words: Words, locale: Locale, origin: string) {
  const link = button && origin + button.path;
  const text = [
    ...paragraphs,
    ...(button ? [`${button.label}:\n${link}`] : []),
    ...(footer.length ? ["-- ", ...footer] : []),
  ];
  const html = `<!doctype html>
<html lang="${safe(locale)}" dir="${direction(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#26221d;background:#fff">
<main style="max-width:34em;margin:0 auto">
${paragraphs.map((one) => `<p>${safe(one)}</p>`).join("\n")}
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
