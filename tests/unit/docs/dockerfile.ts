export interface Instruction {
  word: string;
  /** What follows the word, flags taken off. */
  rest: string;
  flags: Record<string, string>;
}
export interface Stage {
  image: string;
  name?: string;
  instructions: Instruction[];
}

const known = /^(FROM|RUN|COPY|ENV|WORKDIR|USER|VOLUME|EXPOSE|HEALTHCHECK|CMD|ENTRYPOINT|ARG|LABEL)$/;

/** As much of the format as our file uses; anything else is an error and not skipped. */
export function parseDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text
    .replace(/^#.*\n/gm, "")
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim());
  for (const line of lines) {
    const [, word = "", all = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (!known.test(word)) throw new Error(`Not an instruction: ${line}`);
    const { rest, flags } = flagsOf(all);
    if (word === "FROM") {
      const [image = "", as, name] = rest.split(/\s+/);
      if (as && as !== "AS") throw new Error(`FROM without AS: ${line}`);
      stages.push({ image, name, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage) throw new Error(`Before the first FROM: ${line}`);
    stage.instructions.push({ word, rest, flags });
  }
  return stages;
}

function flagsOf(text: string): Pick<Instruction, "rest" | "flags"> {
  const flags: Record<string, string> = {};
  let rest = text;
  for (;;) {
    const flag = /^--([a-z-]+)=(\S+)\s+/.exec(rest);
    if (!flag) return { rest, flags };
    flags[flag[1]!] = flag[2]!;
    rest = rest.slice(flag[0].length);
  }
}

export const named = (stage: Stage, word: string) => stage.instructions.filter((each) => each.word === word);

/** NAME=value of each ENV. */
export const variablesOf = (stage: Stage): Record<string, string> =>
  Object.fromEntries(named(stage, "ENV").map(({ rest }) => rest.split(/=(.*)/s).slice(0, 2) as [string, string]));
