import type { ReactNode } from "react";

/** Motifs a badge may carry. `drawn` sits round 0,0 within 50 units; `small` is its own drawing on a grid of 24. */
export type Motif = { drawn: ReactNode; small: ReactNode };

const mirrored = (half: ReactNode) => (
  <>
    {half}
    <g transform="scale(-1 1)">{half}</g>
  </>
);

/** Things one can hold, or that fly in at the window. */
export const THINGS = {
  moth: {
    drawn: (
      <>
        {mirrored(
          <>
            <path className="fill" d="M4-16C14-28 36-38 50-32C53-16 38 3 4 7Z" />
            <path className="fill" d="M4 6C24 6 38 16 34 30C30 42 12 38 4 24Z" />
            <circle className="cut" cx="32" cy="-18" r="6" strokeWidth="4" />
            <path className="cut" d="M10 14C18 17 22 21 24 27" strokeWidth="3.5" strokeLinecap="round" />
            <path
              className="line"
              d="M4-24C5-36 12-46 26-49C25-38 17-29 4-24Z"
              strokeWidth="3"
              strokeLinejoin="round"
            />
            <path className="line" d="M4-24L18-42" strokeWidth="2.5" strokeLinecap="round" />
          </>,
        )}
        <path className="line" d="M0-20V34" strokeWidth="10" strokeLinecap="round" />
      </>
    ),
    small: (
      <>
        <path
          className="fill line1"
          d="M12 10.200C10.500 7.600 6.800 7.400 6.600 9.600c-.1 1.500 1.300 2.500 2.800 2.900-1.300.7-1.700 2.300-.7 3.200 1.200 1 2.700.1 3.300-1.400.6 1.500 2.100 2.400 3.300 1.400 1-.9.6-2.500-.7-3.200 1.500-.4 2.900-1.400 2.800-2.900-.2-2.200-3.900-2-5.400.6Z"
          strokeLinejoin="round"
        />
        <path className="line" d="M12 9.800v5.600" strokeWidth="1.6" strokeLinecap="round" />
      </>
    ),
  },
  kettle: {
    drawn: (
      <>
        <path className="line" d="M-20-16C-24-48 24-48 20-16" strokeWidth="6" strokeLinecap="round" />
        <path className="fill" d="M-28 4C-38 0-38-10-48-14L-42-22C-32-18-28-12-24-6Z" />
        <path
          className="fill"
          d="M-22-14H22C29-6 34 10 36 26C37 35 32 40 24 40H-24C-32 40-37 35-36 26C-34 10-29-6-22-14Z"
        />
        <path className="line" d="M-22-15H22" strokeWidth="6" strokeLinecap="round" />
        <circle className="fill" cy="-23" r="6" />
        <path className="cut" d="M20-2C23 6 25 14 26 24" strokeWidth="4" strokeLinecap="round" />
      </>
    ),
    small: (
      <>
        <path
          className="line"
          d="M9.800 10.200C9 6.400 15 6.400 14.200 10.200"
          strokeWidth="1.3"
          strokeLinecap="round"
        />
        <path
          className="fill line1"
          d="M9.400 10.400h5.200c1 1.500 1.500 3.100 1.500 4.700 0 .9-.5 1.300-1.300 1.300H9.200c-.8 0-1.300-.4-1.300-1.300 0-.6.100-1.200.200-1.700L6.400 10.800l1.300-.7 1 .9Z"
          strokeLinejoin="round"
        />
      </>
    ),
  },
  hush: {
    // A sound that makes room: it grows quiet to the middle, where nothing is but a minute.
    drawn: (
      <>
        <circle className="fill" r="8" />
        {mirrored(
          <>
            <path className="line" d="M20-7V7" strokeWidth="6" strokeLinecap="round" />
            <path className="line" d="M33-20V20" strokeWidth="6" strokeLinecap="round" />
            <path className="deep" d="M46-36V36" strokeWidth="6" strokeLinecap="round" />
          </>,
        )}
      </>
    ),
    small: (
      <>
        <circle className="fill line1" cx="12" cy="12" r="1.500" />
        <path
          className="line"
          d="M8.900 10.800v2.400M15.100 10.800v2.400M6.500 8.600v6.800M17.500 8.600v6.800"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      </>
    ),
  },
  lamp: {
    drawn: (
      <>
        <path className="line" d="M-14-28C-16-52 16-52 14-28" strokeWidth="5" strokeLinecap="round" />
        <path className="fill" d="M-22-16L-12-30H12L22-16Z" />
        <path
          className="line"
          d="M-20-14C-30 2-30 14-20 32H20C30 14 30 2 20-14Z"
          strokeWidth="5"
          strokeLinejoin="round"
        />
        <path className="fill" d="M1-8C4 2 12 6 12 15A12 12 0 0 1-12 15C-12 7-3 3 1-8Z" />
        <path className="line" d="M-26 40H26" strokeWidth="8" strokeLinecap="round" />
      </>
    ),
    small: (
      <>
        <path
          className="line"
          d="M10.200 8.400C10 5.600 14 5.600 13.800 8.400"
          strokeWidth="1.2"
          strokeLinecap="round"
        />
        <path
          className="fill line1"
          d="M9.600 8.600h4.800c1.400 2.200 1.400 4.200 0 6.600H9.600c-1.400-2.400-1.400-4.400 0-6.600Z"
          strokeLinejoin="round"
        />
        <path className="line" d="M8.800 17h6.400" strokeWidth="1.5" strokeLinecap="round" />
      </>
    ),
  },
  tag: {
    drawn: (
      <>
        <path
          className="fill"
          d="M-42 7L-3-39C-1-42 2-43 5-43H36C40-43 43-40 43-36V-5C43-2 42 1 39 3L-7 42C-10 45-14 45-17 42L-42 17C-45 14-45 10-42 7Z"
        />
        <circle className="cut" cx="25" cy="-25" r="7" strokeWidth="4" />
        <path className="cut" d="M-16 20L2-8" strokeWidth="4" strokeLinecap="round" />
        <circle className="cut" cx="-18" cy="1" r="4.500" strokeWidth="4" />
        <circle className="cut" cx="4" cy="11" r="4.500" strokeWidth="4" />
      </>
    ),
    small: (
      <>
        <path
          className="fill line1"
          d="M7 12.600l5-5c.2-.2.500-.3.800-.3h3.300c.4 0 .7.300.7.700v3.200c0 .3-.1.600-.3.800l-4.900 4.900c-.3.300-.8.300-1.100 0L7 13.700c-.3-.3-.3-.8 0-1.100Z"
          strokeLinejoin="round"
        />
        <circle className="dot1" cx="14.600" cy="9.500" r="1.100" />
      </>
    ),
  },
  megaphone: {
    drawn: (
      <>
        <path className="line" d="M-22 14L-15 40H-3L-7 18" strokeWidth="5" strokeLinejoin="round" />
        <path className="fill" d="M-40-12H-16L26-40V36L-16 16H-40C-45 16-48 13-48 8V-4C-48-9-45-12-40-12Z" />
        <path className="cut" d="M-16-10V14" strokeWidth="4" strokeLinecap="round" />
        <path className="line" d="M26-42V38" strokeWidth="6" strokeLinecap="round" />
        <path className="line" d="M38-16C46-10 46 6 38 12" strokeWidth="5" strokeLinecap="round" />
      </>
    ),
    small: (
      <>
        <path
          className="line"
          d="M9.300 13.800l.8 3.200h1.500"
          strokeWidth="1.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path
          className="fill line1"
          d="M7.400 10.200h2.800l4.900-3v9.200l-4.900-2.800H7.400c-.5 0-.8-.3-.8-.8v-1.800c0-.5.300-.8.800-.8Z"
          strokeLinejoin="round"
        />
        <path className="line" d="M17.200 10.600c.7.700.7 1.700 0 2.400" strokeWidth="1.2" strokeLinecap="round" />
      </>
    ),
  },
  seed: {
    drawn: (
      <>
        <path className="line" d="M0 14C-2 2 1-4 0-14" strokeWidth="6" strokeLinecap="round" />
        <path className="fill" d="M-1-16C-8-38-28-46-45-42C-44-24-26-8-1-16Z" />
        <path className="fill" d="M1-18C8-36 26-42 42-36C40-20 20-8 1-18Z" />
        <path className="cut" d="M-12-22L-30-34M13-22L28-30" strokeWidth="3.500" strokeLinecap="round" />
        <path className="fill" d="M0 46C-20 46-28 34-24 22C-20 12-8 8 0 14C8 8 20 12 24 22C28 34 20 46 0 46Z" />
        <path className="cut" d="M0 16C-4 24-4 32 0 38" strokeWidth="4" strokeLinecap="round" />
      </>
    ),
    small: (
      <>
        <path className="line" d="M12 14v-4" strokeWidth="1.4" strokeLinecap="round" />
        <path
          className="fill line1"
          d="M11.800 10.800c-.8-2.500-2.900-3.500-5-3.200.1 2.300 2.200 4 5 3.200ZM12.200 10.200c.6-2 2.500-3 4.500-2.600 0 2-2 3.400-4.500 2.600Z"
          strokeLinejoin="round"
        />
        <ellipse className="fill line1" cx="12" cy="15.400" rx="2.700" ry="2" />
      </>
    ),
  },
} as const satisfies Record<string, Motif>;
