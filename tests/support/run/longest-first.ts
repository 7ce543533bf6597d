import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Each of these takes most of a minute. Begun at the end, one worker would wait while the other is at it. */
const longest = ["hostile/browser", "operate/start", "demo/cut-short", "matrix/", "hostile/fields", "guards/"];

const rank = ({ moduleId }: TestSpecification) => {
  const at = longest.findIndex((part) => moduleId.includes(`/tests/db/${part}`));
  return at < 0 ? longest.length : at;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
