// Numbers by the million, without an object each.

type Kind = Float64ArrayConstructor | Int32ArrayConstructor | Uint16ArrayConstructor | Uint8ArrayConstructor;
type Chunk = Float64Array | Int32Array | Uint16Array | Uint8Array;

const bits = 18;
const size = 1 << bits;
const mask = size - 1;

/** A list that only grows. It lies in pieces, so that growing copies nothing. */
export class Column {
  length = 0;
  private readonly chunks: Chunk[] = [];

  constructor(private readonly kind: Kind) {}

  push(value: number) {
    const at = this.length & mask;
    if (at === 0) this.chunks.push(new this.kind(size));
    this.chunks[this.chunks.length - 1]![at] = value;
    this.length += 1;
  }

  get(index: number): number {
    return this.chunks[index >>> bits]![index & mask]!;
  }

  set(index: number, value: number) {
    this.chunks[index >>> bits]![index & mask] = value;
  }
}

export const doubles = () => new Column(Float64Array);
export const integers = () => new Column(Int32Array);
export const shorts = () => new Column(Uint16Array);
export const bytes = () => new Column(Uint8Array);

/** Names become numbers in the order in which they are first seen. */
export class Names {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.list.length;
    this.numbers.set(name, number);
    this.list.push(name);
    return number;
  }

  find(name: string): number {
    return this.numbers.get(name) ?? -1;
  }
}
