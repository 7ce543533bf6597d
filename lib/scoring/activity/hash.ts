/** 53 bits of a text: the same text, the same number, on every machine. */
export function hashOf(text: string): number {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  return finish(one, two);
}

/** The same of two numbers. */
export function mix(a: number, b: number): number {
  let one = 0x9e3779b9 ^ (a >>> 0);
  let two = 0x85ebca6b ^ (b >>> 0);
  one = Math.imul(one ^ Math.floor(a / 4294967296), 2654435761) ^ (b >>> 0);
  two = Math.imul(two ^ Math.floor(b / 4294967296), 1597334677) ^ (a >>> 0);
  return finish(one, two);
}

function finish(one: number, two: number): number {
  let a = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  const b = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  a ^= b >>> 15;
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
