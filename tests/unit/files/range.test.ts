import { expect, test } from "vitest";
import { namesVersion, readRange } from "@/lib/files/range";

test.each([
  ["bytes=0-9", { from: 0, to: 9 }],
  ["bytes=90-", { from: 90, to: 99 }],
  ["bytes=-10", { from: 90, to: 99 }],
  ["bytes=-500", { from: 0, to: 99 }],
  ["bytes=50-500", { from: 50, to: 99 }],
  ["bytes=99-99", { from: 99, to: 99 }],
  ["bytes=100-", "outside"],
  ["bytes=100-200", "outside"],
  ["bytes=-0", "outside"],
  ["bytes=9-0", "whole"],
  ["bytes=-", "whole"],
  ["bytes=0-9,20-29", "whole"],
  ["items=0-9", "whole"],
  ["bytes=a-b", "whole"],
  ["bytes=0-99999999999999999999", "whole"],
  [null, "whole"],
])("of a hundred bytes, %s asks for %o", (header, asked) => expect(readRange(header, 100)).toEqual(asked));

test.each([
  ['"one"', true],
  ['W/"one"', true],
  ['"two", "one"', true],
  ["*", true],
  ['"two"', false],
  ["one", false],
  [null, false],
])("the version a browser has, %s, is this one: %s", (header, same) =>
  expect(namesVersion(header, '"one"')).toBe(same),
);
