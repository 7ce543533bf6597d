import { join } from "node:path";
import { expect, it } from "vitest";
import { parse, project, readSettings } from "@/lib/operate/start/environment.mjs";

it("reads a settings file: quotes come off, remarks and blank lines are passed over", () => {
  const text =
    "# a remark\n\nPORT=4000\nexport ORIGIN = \"https://a.example\"\r\nSMTP_URL='smtp://a:b=c#d@e'\nnonsense\n";
  expect(parse(text)).toEqual({ PORT: "4000", ORIGIN: "https://a.example", SMTP_URL: "smtp://a:b=c#d@e" });
});

it("needs no settings at all", () => {
  expect(readSettings({})).toMatchObject({ port: 3000, host: "localhost", dataDir: join(project, "data") });
});

it("takes an empty value for none", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
});
