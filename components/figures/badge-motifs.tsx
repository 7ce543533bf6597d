import { type Motif, THINGS } from "./badge-motifs-things";

const petal = "M0 0C20-8 20-34 0-38C-20-34-20-8 0 0Z";
const turns = (count: number) => Array.from({ length: count }, (_, index) => (index * 360) / count);

export const MOTIFS = {
  drop: {
    drawn: (
      <g transform="translate(0 26)">
        <path className="fill" d="M0-74C16-46 25-32 25-17a25 25 0 0 1-50 0c0-15 9-29 25-57Z" />
        <path className="cut" d="M-13-14a14 14 0 0 0 11 15" strokeWidth="4" strokeLinecap="round" />
      </g>
    ),
    small: (
      <path
        className="fill line1"
        d="M12 6.2c2.3 3 3.400 4.700 3.400 6.400a3.400 3.400 0 0 1-6.800 0c0-1.700 1.100-3.400 3.400-6.400Z"
      />
    ),
  },
  flame: {
    drawn: (
      <>
        <path
          className="fill"
          d="M4-50C8-30 34-18 34 12a34 34 0 0 1-68 0C-34-6-20-14-16-30c8 6 10 12 10 18C2-22 6-34 4-50Z"
        />
        <path
          className="cut"
          d="M0 34c-10 0-15-7-15-15 0-9 9-12 12-22 8 8 18 12 18 22 0 8-5 15-15 15Z"
          strokeWidth="4"
          strokeLinejoin="round"
        />
      </>
    ),
    small: (
      <path
        className="fill line1"
        d="M12.500 6c.5 2.400 3.700 3.600 3.700 7a4.200 4.200 0 0 1-8.400 0c0-2 1.500-3 2-4.600.9.7 1.200 1.300 1.200 2 1-1.300 1.600-2.800 1.500-4.400Z"
      />
    ),
  },
  burr: {
    drawn: (
      <>
        <circle className="fill" r="44" />
        {turns(9).map((turn) => (
          <path key={turn} className="cut" transform={`rotate(${turn})`} d="M0-15Q14-26 9-44" strokeWidth="4" />
        ))}
        <circle className="cut" r="13" strokeWidth="4" />
      </>
    ),
    small: (
      <>
        <circle className="fill line1" cx="12" cy="12" r="4.5" />
        <circle className="dot1" cx="12" cy="12" r="1.4" />
      </>
    ),
  },
  lever: {
    drawn: (
      <>
        <path className="line" d="M-34 38h68" strokeWidth="7" strokeLinecap="round" />
        <path className="line" d="M-18 36V6h30v30" strokeWidth="6" />
        <path className="line" d="M-3 6 36-38" strokeWidth="7" strokeLinecap="round" />
        <circle className="fill" cx="38" cy="-41" r="12" />
      </>
    ),
    small: (
      <>
        <path className="line" d="M9 16.500h6M10 14l4.500-5.500" strokeWidth="1.5" strokeLinecap="round" />
        <circle className="fill line1" cx="15" cy="8" r="2" />
      </>
    ),
  },
  sunrise: {
    drawn: (
      <>
        <path className="line" d="M-38 26A40 40 0 0 1 38 26" strokeWidth="6" strokeLinecap="round" />
        <path className="line" d="M-22 26A24 24 0 0 1 22 26" strokeWidth="6" strokeLinecap="round" />
        <circle className="fill" cy="24" r="11" />
        <path className="line" d="M-46 40h92" strokeWidth="6" strokeLinecap="round" />
      </>
    ),
    small: <path className="fill line1" d="M7.500 14.500a4.500 4.500 0 0 1 9 0Z" />,
  },
  tile: {
    drawn: (
      <>
        <rect className="line" x="-40" y="-40" width="80" height="80" strokeWidth="5" />
        {turns(4).map((turn) => (
          <g key={turn} transform={`rotate(${turn})`}>
            {turn % 180 ? null : <path className="fill" d={petal} />}
            <path className="line" d={petal} strokeWidth="4" />
          </g>
        ))}
      </>
    ),
    small: <path className="fill line1" d="M12 7.500 16.500 12 12 16.500 7.500 12Z" />,
  },
  word: {
    drawn: (
      <>
        <path className="line" d="M-40-34h80v52H2L-18 38V18h-22Z" strokeWidth="6" strokeLinejoin="round" />
        <path className="deep" d="M-20-14h40M-20 0h24" strokeWidth="6" strokeLinecap="round" />
      </>
    ),
    small: <path className="fill line1" d="M8 8.500h8v5.500h-3.500L10 16.500V14H8Z" strokeLinejoin="round" />,
  },
  key: {
    drawn: (
      <g transform="rotate(45)">
        <circle className="fill" cy="-30" r="20" />
        <circle className="cut" cy="-30" r="7" strokeWidth="5" />
        <path className="line" d="M0-8V48M0 46h15M0 30h11" strokeWidth="7" strokeLinecap="round" />
      </g>
    ),
    small: (
      <>
        <circle className="fill line1" cx="10" cy="10" r="2.6" />
        <path className="line" d="m12 12 4.500 4.500M15 15l1.300-1.300" strokeWidth="1.5" strokeLinecap="round" />
      </>
    ),
  },
  leaf: {
    drawn: (
      <>
        <path className="fill" d="M-36 34C-44-14-8-44 42-42 44 8 14 44-36 34Z" />
        <path className="cut" d="M-26 24 24-24M-6 4V-18M-6 4h22" strokeWidth="4" strokeLinecap="round" />
      </>
    ),
    small: (
      <>
        <path className="fill line1" d="M8 15.500c-.8-4.600 2.500-7.600 7.800-7.400.2 5-2.600 8.300-7.800 7.400Z" />
        <path className="line" d="m7.500 16.500 4-4" strokeWidth="1.3" strokeLinecap="round" />
      </>
    ),
  },
  compass: {
    drawn: (
      <>
        <circle className="line" r="44" strokeWidth="5" />
        <g transform="rotate(38)">
          <path className="fill" d="M0-34 11 0h-22Z" />
          <path className="line" d="M0-34 11 0 0 34-11 0Z" strokeWidth="4" strokeLinejoin="round" />
        </g>
      </>
    ),
    small: <path className="fill line1" d="m15.500 8.500-2 5-5 2 2-5Z" strokeLinejoin="round" />,
  },
  star: {
    drawn: (
      <path
        className="fill"
        d={`M${turns(16)
          .map((turn, index) => {
            const [r, a] = [[50, 17, 30, 17][index % 4]!, (turn * Math.PI) / 180];
            return `${Math.round(r * Math.sin(a))} ${Math.round(-r * Math.cos(a))}`;
          })
          .join("L")}Z`}
      />
    ),
    small: (
      <path
        className="fill line1"
        d="m12 7 1.400 3.600L17 12l-3.600 1.400L12 17l-1.400-3.600L7 12l3.600-1.400Z"
        strokeLinejoin="round"
      />
    ),
  },
  wave: {
    drawn: (
      <>
        <path className="line" d="M-44-20c15-16 29-16 44 0s29 16 44 0" strokeWidth="7" strokeLinecap="round" />
        <path className="deep" d="M-44 4c15-16 29-16 44 0s29 16 44 0" strokeWidth="9" strokeLinecap="round" />
        <path className="line" d="M-44 28c15-16 29-16 44 0s29 16 44 0" strokeWidth="7" strokeLinecap="round" />
      </>
    ),
    small: (
      <path
        className="line"
        d="M7.500 10c1.500-1.500 3-1.500 4.500 0s3 1.500 4.500 0M7.500 14c1.500-1.500 3-1.500 4.500 0s3 1.500 4.500 0"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    ),
  },
  ...THINGS,
} as const satisfies Record<string, Motif>;

export type MotifKey = keyof typeof MOTIFS;

/** A motif from the database may be older or newer than this list. */
export function motif(key: string): Motif {
  return key in MOTIFS ? MOTIFS[key as MotifKey] : MOTIFS.star;
}
