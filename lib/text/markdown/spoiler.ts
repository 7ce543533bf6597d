import type { StateBlock, StateCore, StateInline } from "markdown-it";

// `||words||` in a line, or lines between two lines of `|||`: shown when asked for. A disclosure of the browser's own, which opens
// by keyboard and without scripts.

const bar = 0x7c;

export function spoiler(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== bar || src.charCodeAt(pos + 1) !== bar || state.linkLevel > 0) return false;
  const from = pos + 2;
  const end = closing(state, from);
  if (end < 0 || end + 2 > posMax || src.slice(from, end).trim() === "") return false;
  if (!silent) {
    state.push("spoiler_open", "details", 1);
    within(state, from, end);
    state.push("spoiler_close", "details", -1);
  }
  state.pos = end + 2;
  return true;
}

/** An address looks for its end in the whole line: here the line ends with the bars, and what was learned of it is put aside. */
function within(state: StateInline, from: number, end: number): void {
  const { src, posMax, cache, backticks, backticksScanned } = state;
  // Looked for once, or every spoiler of a line would look through all that stands before it.
  const runs: Record<number, number> = {};
  for (const { 0: run, index } of src.slice(from, end).matchAll(/`+/g)) runs[run.length] = from + index;
  Object.assign(state, { pos: from, posMax: end, src: src.slice(0, end) });
  Object.assign(state, { cache: {}, backticks: runs, backticksScanned: true });
  state.md.inline.tokenize(state);
  Object.assign(state, { posMax, src, cache, backticks, backticksScanned });
}

/** Where there is none further on, there was none for what came before either: asked once a line. */
function closing(state: StateInline, from: number): number {
  const none = state.env.noSpoiler as { src: string; from: number } | undefined;
  if (none && none.src === state.src && from >= none.from) return -1;
  const end = state.src.indexOf("||", from);
  if (end < 0) state.env.noSpoiler = { src: state.src, from };
  return end;
}

const fence = /^\|\|\|[ \t]*$/;
const lineOf = ({ src, bMarks, tShift, eMarks }: StateBlock, line: number) =>
  eMarks[line]! - bMarks[line]! - tShift[line]! > 40 ? "" : src.slice(bMarks[line]! + tShift[line]!, eMarks[line]!);

export function spoilerBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4 || !fence.test(lineOf(state, startLine))) return false;
  let end = startLine + 1;
  while (end < endLine && state.sCount[end]! >= state.blkIndent && !fence.test(lineOf(state, end))) end++;
  if (end >= endLine || !fence.test(lineOf(state, end))) return false;
  if (silent) return true;
  const { parentType, lineMax } = state;
  state.lineMax = end;
  state.push("spoiler_block_open", "details", 1).map = [startLine, end + 1];
  state.md.block.tokenize(state, startLine + 1, end);
  state.push("spoiler_block_close", "details", -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = end + 1;
  return true;
}

/** A paragraph may hold no disclosure, browsers end it there: with one inside it is a division that looks the same. */
export function roomForSpoilers({ tokens }: StateCore): void {
  tokens.forEach((token, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (token.type !== "inline" || before?.type !== "paragraph_open" || after?.type !== "paragraph_close") return;
    if (!token.children?.some(({ type }) => type === "spoiler_open")) return;
    before.tag = "div";
    after.tag = "div";
    before.attrSet("class", "para");
  });
}
