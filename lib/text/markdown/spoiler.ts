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

/** In a row its bars touch the words, and stand free of others: two cells that are empty are no spoiler. */
const inRow = /(?<=^|[\s|])\|\|(?=[^\s|])([^|]*[^\s|])\|\|(?=$|[\s|.,;:!?)])/g;

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/**
 * A table takes every bar for the end of a cell, and would leave open to everybody what was meant to be hidden. So it is
 * shown rows in which the bars of spoilers are escaped, as it lets one escape the bar of a cell; the words stay as they were.
 */
export const withSpoilers =
  (table: BlockRule): BlockRule =>
  (state, startLine, endLine, silent) => {
    const { src } = state;
    if (!src.includes("||")) return table(state, startLine, endLine, silent);
    const kept: { line: number; from: number; to: number }[] = [];
    const showRow = (line: number) => {
      const [from, to] = [state.bMarks[line]!, state.eMarks[line]!];
      const row = src.slice(from, to);
      const escaped = row.includes("||") ? row.replace(inRow, "\\|\\|$1\\|\\|") : row;
      if (escaped === row) return;
      kept.push({ line, from, to });
      state.bMarks[line] = state.src.length;
      state.src += `${escaped}\n`;
      state.eMarks[line] = state.src.length - 1;
    };
    showRow(startLine);
    let found = table(state, startLine, endLine, true);
    if (found && !silent) {
      // No further than the table itself goes, or a text of many tables would be read as often as it has some.
      for (let line = startLine + 2; line < endLine && goesOn(state, line, endLine); line++) showRow(line);
      found = table(state, startLine, endLine, false);
    }
    state.src = src;
    for (const { line, from, to } of kept) {
      state.bMarks[line] = from;
      state.eMarks[line] = to;
    }
    return found;
  };

/** Whether this line belongs to a table that began above it. */
function goesOn(state: StateBlock, line: number, endLine: number): boolean {
  const indent = state.sCount[line]! - state.blkIndent;
  if (indent < 0 || indent >= 4 || state.isEmpty(line)) return false;
  return !state.md.block.ruler.getRules("blockquote").some((rule) => rule(state, line, endLine, true));
}
