export type BadgeFigureProps = {
  /** The badge's name; it also decides the engine turning. */
  name: string;
  /** What is read aloud: name, number and edition in words. Empty where words stand beside it. */
  label: string;
  motif: string;
  /** How many there will ever be. Left out: no edition, an unbroken ring. */
  of?: number;
  /** The holder's number; left out where nobody's own is meant. */
  number?: number;
  /** "of 200". */
  ofText?: string;
  earned?: boolean;
  /** In pixels; one of three drawings is chosen by it, never one drawing scaled. */
  size: number;
  /** On the lower rim of the large drawing: brand and year. */
  rim?: string;
};

export type BadgeDrawing = Omit<BadgeFigureProps, "size" | "earned"> & {
  earned: boolean;
  seed: number;
  frame: { width: number; height: number; className: string; label: string };
};
