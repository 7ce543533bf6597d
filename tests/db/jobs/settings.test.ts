import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { operatorSettings, personSettings } from "@/db/schema/settings";
import { openSystem } from "@/lib/access/gate";
import { visitor } from "@/lib/access/viewer";
import { changeMySetting, changeOperatorSetting } from "@/lib/settings/commands";
import { changeInput } from "@/lib/settings/input";
import { setting, settings } from "@/lib/settings/queries";
import { isSettingKey, registry } from "@/lib/settings/registry";
import { wordsFor } from "@/lib/text";
import { aPerson, as, onFreshDatabase } from "./product";

onFreshDatabase();
const more = () => ({ key: randomUUID() });

test("every setting has a default that fits, a place to choose it, and words", () => {
  for (const [key, { schema, default: fallback, levels, label }] of Object.entries(registry)) {
    expect(schema.safeParse(fallback).success, key).toBe(true);
    expect(levels.length, key).toBeGreaterThan(0);
    for (const locale of ["en", "de"] as const) expect(label(wordsFor(locale)), key).toBeTruthy();
  }
});

test("nobody chose: the default stands; Ada chose: hers stands, for her alone", async () => {
  const [ada, jonas] = [await aPerson(), await aPerson()];
  expect(await setting({ personId: ada }, "theme")).toBe("system");
  await changeMySetting(await as(ada), { setting: "theme", value: "dark" }, more());
  await changeMySetting(await as(ada), { setting: "theme", value: "light" }, more());
  expect(await settings({ personId: ada }, ["theme", "keyboardShortcuts"])).toEqual({
    theme: "light",
    keyboardShortcuts: true,
  });
  expect(await setting({ personId: jonas }, "theme")).toBe("system");
});

test("a setting is chosen only where it belongs, and only to something it can be", async () => {
  const ada = await as(await aPerson());
  await expect(changeMySetting(ada, { setting: "signUpsOpen", value: false }, more())).rejects.toMatchObject({
    more: { fields: { setting: "settings.notHere" } },
  });
  await expect(changeMySetting(ada, { setting: "theme", value: "pink" }, more())).rejects.toMatchObject({
    more: { fields: { value: "settings.invalid" } },
  });
  await changeOperatorSetting(openSystem(visitor, "test"), { setting: "signUpsOpen", value: false }, more());
  expect(await setting({}, "signUpsOpen")).toBe(false);
});

test("a row that came to stand where it does not belong, or no longer fits, counts for nothing", async () => {
  const personId = await aPerson();
  await db().delete(operatorSettings);
  await db()
    .insert(personSettings)
    .values([
      { personId, key: "signUpsOpen", value: false },
      { personId, key: "theme", value: "pink" },
    ]);
  expect(await settings({ personId }, ["signUpsOpen", "theme"])).toEqual({ signUpsOpen: true, theme: "system" });
});

test("a form says it in words: a ticked box, an empty one, an invention", () => {
  expect(changeInput.parse({ setting: "keyboardShortcuts", value: "on" })).toMatchObject({ value: true });
  expect(changeInput.parse({ setting: "keyboardShortcuts" })).toMatchObject({ value: false });
  expect(changeInput.parse({ setting: "theme", value: "dark" })).toMatchObject({ value: "dark" });
  for (const wrong of [{ setting: "theme", value: "pink" }, { setting: "constructor" }, { setting: "" }, {}])
    expect(changeInput.safeParse(wrong).success).toBe(false);
  expect(isSettingKey("toString")).toBe(false);
});
