import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { everything } from "./thoroughness";

/** What would run, if any of our pages let it. Each calls alert(), which a test hears. */
export const scripts = [
  "<script>alert(1)</script>",
  "<ScRiPt >alert(1)</sCrIpT>",
  "</title><script>alert(1)</script>",
  "</textarea><script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "<<script>alert(1)//<</script>",
  "<img src=x onerror=alert(1)>",
  "<img src=x:x onerror='alert`1`'>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<body onload=alert(1)>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'>",
  "<iframe src=javascript:alert(1)>",
  "<object data=javascript:alert(1)>",
  "<embed src=javascript:alert(1)>",
  "<details open ontoggle=alert(1)>",
  "<video><source onerror=alert(1)></video>",
  "<input autofocus onfocus=alert(1)>",
  "<a href=javascript:alert(1) autofocus onfocus=alert(1)>x</a>",
  "<form action=javascript:alert(1)><button autofocus>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<base href=javascript:/a/-alert(1)//>",
  "<link rel=stylesheet href=data:text/css,*{x:expression(alert(1))}>",
  "<style>@import 'javascript:alert(1)';</style>",
  "<template><script>alert(1)</script></template>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "[click](javascript:alert(1))",
  "[click](JaVaScRiPt:alert(1))",
  "[click](java\tscript:alert(1))",
  "![x](javascript:alert(1))",
  '![x](x"onerror="alert(1))',
  "[x](data:text/html,<script>alert(1)</script>)",
  "<javascript:alert(1)>",
  '" onmouseover=alert(1) autofocus onfocus=alert(1) x="',
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as somebody types it who hopes for a template of ours.
  "${alert(1)}",
  "<%= alert(1) %>",
  "#{alert(1)}",
] as const;

/** What has broken other products without running anything. */
export const strange = [
  "Robert'); DROP TABLE people;--",
  "' OR '1'='1' --",
  "1; select pg_sleep(10)",
  "name\r\nSet-Cookie: evil=1",
  "name%0d%0aLocation:%20https://evil.example",
  "safe\u202egnp.exe",
  "\u2066\u2067\u2068left open",
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319a\u0324\u031e\u0349l\u0356go",
  "null\u0000byte",
  "bell\u0007and escape\u001b[31m",
  "\ufeffbyte order mark",
  "zero\u200bwidth\u200djoiner",
  "👩‍👩‍👧‍👦🏳️‍🌈👩🏽‍🚀",
  "аdmіn (Cyrillic)",
  "e\u0301 and é",
  "ﷺ one sign, many letters",
  "lone \ud83d surrogate",
  "../../../../etc/passwd",
  "..%2f..%2f..%2fetc%2fpasswd",
  "C:\\Windows\\system32\\cmd.exe",
  "file:///etc/passwd",
  '=HYPERLINK("https://evil.example","x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "| cat /etc/passwd",
  "$(touch /tmp/pwned)",
  "__proto__",
  "constructor",
  "undefined",
  "NaN",
  "true",
  "[object Object]",
  "٠١٢٣ ๑๒๓",
  "مرحبا بالعالم, then Latin",
  "ß ẞ ſ İ ı",
  "Ａ wide letter",
  "\u00a0only\u00a0hard\u00a0spaces\u00a0",
  "@member ".repeat(10_000),
  "a".repeat(100_000),
  `${"> ".repeat(5_000)}deep`,
  "[".repeat(20_000),
  "*a_".repeat(10_000),
  "\n".repeat(10_000),
] as const;

export const hostileStrings: readonly string[] = [...scripts, ...strange];

/** Collected by others; lies beside the project and is no part of it. A fixed tenth is enough for every day. */
export const folder = join(process.cwd(), "../shared/secdata");
export const collected = {
  present: existsSync(folder),
  lines: (file: string) => tenth(readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean)),
  json: <T>(file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as T,
};

export const tenth = <T>(all: readonly T[]): T[] =>
  everything ? [...all] : all.filter((_, index) => index % 10 === 3);

/** What the app itself took for a fault of its own. */
export const faultsIn = (log: string): string[] =>
  log
    .split("\n")
    .filter((line) => /invalid byte sequence|Failed query|TypeError|an act failed/.test(line))
    .map((line) => line.slice(0, 600));
