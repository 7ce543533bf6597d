export type Node = { id: string; name: string };
export type Edge = { a: string; b: string; weeks: number };

const R = 170;
const margin = 130;

/** Who talks with whom, around a circle: the more weeks, the stronger the line. The table beside it says the same. */
export function Network({ nodes, edges, label }: { nodes: readonly Node[]; edges: readonly Edge[]; label: string }) {
  const place = new Map(
    nodes.map(({ id }, i) => {
      const turn = (i / nodes.length) * 2 * Math.PI - Math.PI / 2;
      return [id, { turn, x: round(R * Math.cos(turn)), y: round(R * Math.sin(turn)) }] as const;
    }),
  );
  return (
    <svg
      className="network"
      viewBox={`${-R - margin} ${-R - margin} ${2 * (R + margin)} ${2 * (R + margin)}`}
      role="img"
      aria-label={label}
    >
      {edges.map(({ a, b, weeks }) => {
        const [from, to] = [place.get(a)!, place.get(b)!];
        return (
          <path
            key={`${a} ${b}`}
            d={`M${from.x} ${from.y}Q${round((from.x + to.x) / 4)} ${round((from.y + to.y) / 4)} ${to.x} ${to.y}`}
            strokeWidth={0.6 + weeks * 0.45}
          />
        );
      })}
      {nodes.map(({ id, name }) => {
        const { turn, x, y } = place.get(id)!;
        const left = Math.cos(turn) < -0.001;
        const degrees = round((turn * 180) / Math.PI + (left ? 180 : 0));
        return (
          <g key={id} aria-hidden>
            <circle cx={x} cy={y} r="5" />
            <text
              transform={`translate(${x} ${y}) rotate(${degrees})`}
              x={left ? -12 : 12}
              y="4.5"
              textAnchor={left ? "end" : "start"}
            >
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Those who are tied stand near each other: from the best connected on, always to the strongest tie that is left. */
export function aroundTheCircle(edges: readonly Edge[]): string[] {
  const partners = new Map<string, Edge[]>();
  for (const edge of edges) for (const id of [edge.a, edge.b]) partners.set(id, [...(partners.get(id) ?? []), edge]);
  const order: string[] = [];
  const left = new Set([...partners.keys()].sort((a, b) => partners.get(b)!.length - partners.get(a)!.length));
  const take = (id: string) => {
    left.delete(id);
    order.push(id);
  };
  while (left.size > 0) {
    take([...left][0]!);
    for (let next = strongest(order.at(-1)!); next; next = strongest(order.at(-1)!)) take(next);
  }
  return order;

  function strongest(id: string): string | undefined {
    const open = partners.get(id)!.filter(({ a, b }) => left.has(a === id ? b : a));
    const best = open.sort((one, other) => other.weeks - one.weeks)[0];
    return best && (best.a === id ? best.b : best.a);
  }
}
