import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { reservedSlugs } from "@/lib/paths";
import { filesIn, read } from "@/tests/support/inventory";

const roots = ["app", "components", "lib", "db"] as const;
type Root = (typeof roots)[number];
const source = /\.(tsx?|mts|mjs)$/;
const sources = new Map(roots.flatMap((root) => filesIn(root, source).map((path) => [path, read(path)] as const)));
const of = (root: Root) => [...sources].filter(([path]) => path.startsWith(`${root}/`));

/** Where an import leads, from the project's root; packages as they are. */
function importsOf([path, text]: readonly [string, string]): string[] {
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name]) => name!);
  return named.map((name) => {
    if (name.startsWith("@/")) return name.slice(2);
    if (!name.startsWith(".")) return name;
    return new URL(name, `file:///${path}`).pathname.slice(1);
  });
}

const wrong = (files: (readonly [string, string])[], allowed: (to: string, path: string) => boolean) =>
  files.flatMap((file) => importsOf(file).flatMap((to) => (allowed(to, file[0]) ? [] : [`${file[0]} imports ${to}`])));
const from = (...places: string[]) => new RegExp(`^(${places.join("|")})(/|$)`);

describe("data flows one way", () => {
  test("app asks lib, and never the database", () => {
    expect(wrong(of("app"), (to) => !from("db", "drizzle-orm", "pg").test(to))).toEqual([]);
  });

  test("components know words and addresses, and no session, database or route", () => {
    const own = from("components", "lib/text", "lib/paths");
    expect(wrong(of("components"), (to) => own.test(to) || !from(...roots).test(to))).toEqual([]);
    expect(wrong(of("components"), (to) => !from("pg", "drizzle-orm", "next-auth", "next/headers").test(to))).toEqual(
      [],
    );
  });

  test("only components/realtime speaks to the socket", () => {
    const there = of("components").concat(of("app"));
    expect(wrong(there, (to, path) => to !== "pusher-js" || path.startsWith("components/realtime/"))).toEqual([]);
  });

  test("lib is readable without React or pages; db imports nothing from above", () => {
    expect(wrong(of("lib"), (to) => !from("app", "components", "react-dom").test(to))).toEqual([]);
    expect(wrong(of("db"), (to) => !from("lib", "app", "components").test(to))).toEqual([]);
  });

  test("scoring is pure: it imports nothing, and asks neither clock, chance, machine nor disk", () => {
    const pure = of("lib").filter(([path]) => path.startsWith("lib/scoring/"));
    expect(pure.length).toBeGreaterThan(20);
    expect(wrong(pure, (to) => from("lib/scoring").test(to))).toEqual([]);
    const asks = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\.|\bfetch\(/;
    expect(pure.filter(([, text]) => asks.test(text)).map(([path]) => path)).toEqual([]);
  });

  test("an import knows no database, and of scoring only what it tells it", () => {
    const reading = of("lib").filter(([path]) => path.startsWith("lib/import/"));
    const own = from("lib/import", "lib/scoring/input", "lib/scoring/activity/hash");
    expect(wrong(reading, (to) => own.test(to) || !from(...roots, "pg", "drizzle-orm").test(to))).toEqual([]);
    expect(reading.length).toBeGreaterThan(15);
  });

  test("the lint rules that hold the same are on", () => {
    const lint = read("biome.json");
    for (const rule of ["noImportCycles", "noRestrictedImports", "noExplicitAny", "noJsxLiterals"])
      expect(lint).toMatch(new RegExp(`"${rule}": ("error"|\\{\\s*"level": "error")`));
  });
});

describe("what is not there", () => {
  const opening = of("app").filter(([path]) =>
    /^app\/(\[community\]|brands|demo)\/(.*\/)?(page|layout)\.tsx$/.test(path),
  );

  test("is answered by the server in every page and layout that opens something", () => {
    expect(opening.length).toBeGreaterThan(30);
    const bare = opening.filter(([, text]) => !text.includes("export default orNothing("));
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test("is never left to the framework, which draws it by script alone", () => {
    const left = [...sources].filter(([, text]) =>
      /import \{[^}]*\bnotFound\b[^}]*\} from "next\/navigation"/.test(text),
    );
    expect(left.map(([path]) => path)).toEqual([]);
  });
});

describe("proofs of access", () => {
  const gates = ["", "-lexicon", "-moderation", "-pulse"].map((part) => `lib/access/gate${part}.ts`);
  const others = [...sources].filter(([path]) => !gates.includes(path) && path !== "lib/access/mint.ts");

  test("only the gate mints one", () => {
    const minted = /\bmint\(|\bas (?:unknown as )?\w+Access\b|<\w+Access>\s*\{/;
    const code = (text: string) => text.replace(/import[\s\S]*?from "[^"]+";/g, "");
    expect(others.filter(([, text]) => minted.test(code(text))).map(([path]) => path)).toEqual([]);
    expect(others.filter(([, text]) => /access\/mint"|"\.\/mint"/.test(text)).map(([path]) => path)).toEqual([]);
    for (const one of gates) expect(read(one)).toMatch(minted);
  });

  test("no request can act as the product itself", () => {
    const acting = others.filter(([, text]) => text.includes("openSystem")).map(([path]) => path);
    expect(acting.filter((path) => !/^lib\/(demo|operate|jobs)\//.test(path))).toEqual([]);
  });

  test("no page decides by where somebody stands, but asks the policy", () => {
    const decides = /standing\.(owner|moderates)\b|standing\.role\s*[!=]==?\s*"(manager|representative|member)"/;
    const deciding = of("app").filter(([, text]) => decides.test(text));
    expect(deciding.map(([path]) => path)).toEqual([]);
  });
});

/** Built by no wrapper, and why. */
const ownHandlers: Record<string, string> = {
  "app/healthz/route.ts": "asks for no viewer, and answers while the database does not",
  "app/readyz/route.ts": "asks for no viewer, and answers while the database does not",
  "app/offline/route.ts": "is the same for everybody, kept by the browser for when we do not answer",
  "app/metrics/route.ts": "its reader is a machine with a token of its own",
  "app/robots.txt/route.ts": "the same for everybody, and asks for nothing",
};

describe("doors", () => {
  const routes = of("app").filter(([path]) => /\/route\.tsx?$/.test(path));

  test("every route handler is built by one of the two wrappers, whatever leads on from what it answers", () => {
    const unbuilt = routes
      .filter(([, text]) => !/=\s*(?:ledOn\(\s*)?(action|api)(<[^>]*>)?\(\{/.test(text))
      .map(([path]) => path);
    expect(unbuilt.sort()).toEqual(Object.keys(ownHandlers).sort());
    expect(routes.length).toBeGreaterThan(50);
  });

  test("nothing is a server action", () => {
    expect([...sources].filter(([, text]) => /^\s*["']use server["']/m.test(text)).map(([path]) => path)).toEqual([]);
  });

  test("a handler asks the gate and nothing else whether", () => {
    const deciding = routes.filter(([, text]) => /\bmay\.|standing|\.role\b/.test(text)).map(([path]) => path);
    expect(deciding).toEqual([]);
  });
});

/** They read or change without a proof: what calls them has one, or there is nobody to have one. */
const proofless: Record<string, string> = {
  "files/commands.attachFile": "within the transaction of the command that has the proof",
  "files/commands.letGoOfPerson": "within the transaction of erasing",
  "pictures/commands.placePictures": "within the transaction of the command that has the proof",
  "pictures/commands.changePictures": "within the transaction of the command that has the proof",
  "previews/commands.askForPreviews": "within the transaction of the command that has the proof",
  "previews/commands.changePreviews": "within the transaction of the command that has the proof",
  "mail/queries.securityKinds": "a list of kinds",
  "mail/queries.lastMails": "the mailbox of a demonstration, refused everywhere else",
  "members/queries.listedColumns": "a piece of a query",
  "settings/queries.setting": "how the product behaves, not what somebody said",
  "settings/queries.settings": "how the product behaves, not what somebody said",
  "brands/commands.acceptLegalTexts": "within the transaction of what lets somebody in",
  "realtime/queries.authorizePerson": "asks for the viewer, and the gate as an argument",
  "realtime/queries.authorizeChannel": "asks for the viewer, and the gate as an argument",
  "realtime/queries.eventsAfter": "asks for the viewer, and the gate as an argument",
};

test("every command and every query takes a proof first", () => {
  const exported =
    /^export (?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?)(?:<[^>]*>)?\(\s*(?:\w+|_|\{[^}]*\})?(?:: (\w+))?/gm;
  const all = of("lib")
    .filter(([path]) => /\/(commands|queries)\.ts$/.test(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(exported)].map(([, named, arrow, type]) => ({
        name: `${path.slice("lib/".length, -".ts".length)}.${named ?? arrow}`,
        proven: type?.endsWith("Access") ?? false,
      })),
    );
  const without = all.filter(({ proven }) => !proven).map(({ name }) => name);
  expect(without.filter((name) => !(name in proofless))).toEqual([]);
  expect(all.length).toBeGreaterThan(80);
});

/** They write outside of write(), and why that is right. */
const writers: Record<string, string> = {
  "lib/write.ts": "is it",
  "lib/access/viewer.ts": "when somebody was last here",
  "lib/files/uploads.ts": "a part is claimed by its offset, not by a key",
  "lib/files/keep.ts": "a draft, before the command that uses it",
  "lib/previews/jobs.ts": "nobody asks for it but the clock, and a row is claimed by its state",
  "lib/jobs/work.ts": "a job's mark is its key",
  "lib/accounts/attempts.ts": "attempts count whatever comes of them",
  "lib/accounts/commands.ts": "signing in is done again, not answered again",
  "lib/accounts/sessions.ts": "a ticket is its own key",
  "lib/accounts/security.ts": "proving is done again, not answered again",
  "lib/members/people.ts": "looking leaves a row",
  "lib/moderation/history.ts": "looking leaves a row",
  "lib/privacy/download.ts": "reads only",
  "lib/pulse/run.ts": "nobody asks for it but the clock, and a row is claimed by its state",
  "lib/pulse/take.ts": "reads only",
  "lib/imports/run.ts": "a job that claims its row by its state",
  "lib/imports/patiently.ts": "the work of that job: what is read is begun anew, what is gone is not found again",
  "lib/imports/stage.ts": "the same",
  "lib/imports/undo.ts": "the same",
  "lib/imports/undo-people.ts": "the same",
};

test("every write of a person goes through write()", () => {
  const writes = /db\(\)\s*\.(insert|update|delete|transaction)\b/;
  const elsewhere = of("lib").filter(
    ([path, text]) => writes.test(text) && !/^lib\/(operate|demo|mail|jobs|realtime)\//.test(path),
  );
  expect(elsewhere.map(([path]) => path).filter((path) => !(path in writers))).toEqual([]);
});

describe("addresses", () => {
  test("are built by lib/paths.ts alone", () => {
    const built = [...sources].filter(([path, text]) => {
      if (/^(lib\/paths\.ts|lib\/operate\/|lib\/demo\/|db\/)/.test(path)) return false;
      return /(?:href|location|action)[=:]\s*\{?`\/[^`]*\$\{/.test(text);
    });
    expect(built.map(([path]) => path)).toEqual([]);
  });

  test("no community can take one that is the product's own", () => {
    const words = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !/^[_[]/.test(entry.name) && entry.name !== "styles")
        .flatMap(({ name }) => (name.startsWith("(") ? words(`${folder}/${name}`) : [name]));
    const own = words("app");
    expect(own.length).toBeGreaterThan(12);
    expect(own.filter((word) => !reservedSlugs.has(word))).toEqual([]);
  });
});

test("the environment is read in one place, and by what runs before it", () => {
  const readers = [...sources].filter(([, text]) => /process\.env\b/.test(text)).map(([path]) => path);
  const allowed = /^(lib\/env\.ts|db\/client\.ts|lib\/operate\/.*)$/;
  expect(readers.filter((path) => !allowed.test(path))).toEqual([]);
});

test("files stay small enough to be read", () => {
  const tests = filesIn("tests", source).map((path) => [path, read(path)] as const);
  const long = [...sources, ...tests].filter(([, text]) => text.split("\n").length > 400).map(([path]) => path);
  expect(long).toEqual([]);
});
