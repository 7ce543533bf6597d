import { chooseLocale, direction, wordsFor } from "./text";
import { intlTag } from "./text/numbers";

/** A page that needs nothing but itself: where it is shown, no style, picture or script can be fetched. */
export function offlinePage(acceptLanguage: string | null, nonce: string): string {
  const locale = chooseLocale(acceptLanguage);
  const { common } = wordsFor(locale);
  const { title, text } = common.offline;
  return `<!doctype html>
<html lang="${intlTag(locale).slice(0, 2)}" dir="${direction(locale)}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${title} · ${common.product}</title>
<style nonce="${nonce}">${look}</style>
<main>
${mark}
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">${common.retry}</a></p>
</main>
<script nonce="${nonce}">addEventListener("online", () => location.reload())</script>
</html>
`;
}

/** The hearth, with no petal lit. */
const mark = `<svg viewBox="0 0 24 24" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round">${[
  0, 90, 180, 270,
]
  .map((turn) => `<path d="M12 11C15.6 8.6 15.6 3 12 3S8.4 8.600 12 11Z" transform="rotate(${turn} 12 12)"/>`)
  .join("")}</g></svg>`;

/** The look of app/styles/tokens.css in Kindling's own colour. */
const look = `
:root { color-scheme: light dark; background: light-dark(oklch(0.986 0.003 70), oklch(0.185 0.008 70)); color: light-dark(oklch(0.235 0.018 70), oklch(0.945 0.008 70)); }
body { margin: 0; font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
main { max-width: 32rem; margin-inline: auto; padding: clamp(3rem, 18vh, 10rem) 20px 3rem; display: grid; gap: 1rem; }
svg { width: 64px; height: 64px; margin-inline-start: -6px; color: light-dark(oklch(0.62 0.014 70), oklch(0.56 0.016 70)); }
h1 { margin: 0; font: 400 clamp(2rem, 1.45rem + 2.3vw, 2.75rem)/1.1 Georgia, "Times New Roman", serif; letter-spacing: -0.018em; }
p { margin: 0; color: light-dark(oklch(0.42 0.016 70), oklch(0.8 0.012 70)); text-wrap: pretty; }
a { display: inline-block; margin-block-start: 0.5rem; padding: 0.625rem 1.125rem; border-radius: 999px; font-weight: 600; text-decoration: none; background: light-dark(oklch(0.785 0.15 70), oklch(0.8 0.15 70)); color: oklch(0.225 0.039 70); }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; outline-color: light-dark(oklch(0.475 0.108 70), oklch(0.835 0.1125 70)); }
`;
