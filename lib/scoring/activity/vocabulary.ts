import type { Column } from "./columns";
import { eachWord, ownWords } from "./words";

/** Words become numbers. Most are found in the text where they stand, without being cut out of it. */
export class Vocabulary {
  readonly list: string[] = [];
  private slots = new Int32Array(1 << 16).fill(-1);
  private hashes: number[] = [];

  of(key: string): number {
    let hash = start;
    for (let i = 0; i < key.length; i++) hash = step(hash, key.charCodeAt(i));
    return this.at(key, 0, key.length, hash);
  }

  /** The part of a text, in small letters, whose hash is known. */
  at(text: string, from: number, to: number, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot]!;
      if (number === -1) return this.add(text.slice(from, to), hash, slot);
      if (this.hashes[number] === hash && same(this.list[number]!, text, from, to)) return number;
    }
  }

  private add(part: string, hash: number, slot: number): number {
    const number = this.list.length;
    this.list.push(lower(part));
    this.hashes.push(hash);
    this.slots[slot] = number;
    if (this.list.length * 2 > this.slots.length) this.grow();
    return number;
  }

  private grow() {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = this.slots.length - 1;
    this.hashes.forEach((hash, number) => {
      let slot = spread(hash) & mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
      this.slots[slot] = number;
    });
  }
}

const start = 0x811c9dc5 | 0;
const step = (hash: number, code: number) => Math.imul(hash ^ code, 16777619);
const spread = (hash: number) => (hash ^ (hash >>> 15)) >>> 0;
const small = (code: number) => (code >= 65 && code <= 90 ? code + 32 : code);
const lower = (part: string) => (/[A-Z]/.test(part) ? part.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : part);

function same(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== small(text.charCodeAt(from + i))) return false;
  return true;
}

const beyond = /[^\s!-~]/;
const emoji = /:[a-z0-9_+][a-z0-9_+-]{1,30}:/y;
const most = 400;
const longest = 40;
/** 1 a letter, 2 a digit, 4 the line that belongs to words. */
const kinds = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  kinds[code] = /[A-Za-z]/.test(char) ? 1 : /\d/.test(char) ? 2 : char === "_" ? 4 : 0;
}

/** Writes the words of a text down as numbers, with a -1 before each that does not follow the one before it, and where they stand. */
export function writeWords(text: string, vocabulary: Vocabulary, words: Column, places: Column) {
  const put = (word: number, from: number, joined: boolean) => {
    if (!joined) {
      words.push(-1);
      places.push(0);
    }
    words.push(word);
    places.push(Math.min(from, 65_535));
  };
  if (beyond.test(text)) return eachWord(text, (key, from, joined) => put(vocabulary.of(key), from, joined));
  const own = ownWords(text);
  let last = -2;
  let count = 0;
  for (let at = 0; at < own.length && count < most; ) {
    const kind = kinds[own.charCodeAt(at)]!;
    if (kind === 0 && own.charCodeAt(at) !== 58) {
      at += 1;
      continue;
    }
    const from = at;
    let hash = start;
    let digits = false;
    if (kind === 0) {
      emoji.lastIndex = at;
      if (!emoji.test(own)) {
        at += 1;
        continue;
      }
      for (at = from; at < emoji.lastIndex; at++) hash = step(hash, own.charCodeAt(at));
    } else {
      for (;;) {
        const code = own.charCodeAt(at);
        const next = at < own.length ? kinds[code]! : 0;
        if (next !== 0) {
          digits ||= next === 2;
          hash = step(hash, small(code));
          at += 1;
        } else if (code === 39 && kinds[own.charCodeAt(at + 1)] === 1) {
          // What follows an apostrophe is letters alone.
          hash = step(hash, 39);
          at += 1;
          while (at < own.length && kinds[own.charCodeAt(at)] === 1) hash = step(hash, small(own.charCodeAt(at++)));
          if (own.charCodeAt(at) !== 39) break;
        } else break;
      }
    }
    if (at - from > longest || digits) continue;
    count += 1;
    const before = from > 0 ? own.charCodeAt(from - 1) : 0;
    put(vocabulary.at(own, from, at, hash), from, from === last + 1 && (before === 32 || before === 45));
    last = at;
  }
}
