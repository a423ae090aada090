// What a plot consists of between numbers and ink: marks with places. Geometry makes them, svg.ts writes them, tests read what it wrote.

/** A name of the design's colours; tokens.css says what it is on each paper, palette.ts what it is in a file that stands alone. */
export type Tone =
  | 'ink'
  | 'soft'
  | 'edge'
  | 'rule'
  | 'leaf'
  | 'paper'
  | 'rubric'
  | 'practice'
  | 'pattern'
  | 'force'
  | 'decision'
  | 'other';

interface Paint {
  readonly fill?: Tone;
  readonly stroke?: Tone;
  /** 0 to 1, for fills and strokes alike. */
  readonly opacity?: number;
  readonly width?: number;
  readonly dashed?: boolean;
  /** A class that a page's controls may speak of, such as `count`. */
  readonly part?: string;
}

export interface Rect extends Paint {
  readonly mark: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
export interface Circle extends Paint {
  readonly mark: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
}
export interface Path extends Paint {
  readonly mark: 'path';
  readonly d: string;
  /** An arrow's head at the end. */
  readonly arrow?: boolean;
}
export interface Text {
  readonly mark: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly tone?: Tone;
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Degrees. */
  readonly turned?: number;
  /** A line of the paper's colour around the letters, where they cross other ink. */
  readonly halo?: boolean;
  /** Said elsewhere already; letters inside a link always are, in its name. */
  readonly silent?: boolean;
  readonly part?: string;
}
export interface Link {
  readonly mark: 'link';
  readonly href: string;
  /** What it stands for, in words. */
  readonly name: string;
  readonly marks: readonly Mark[];
  /** True for labels at the edge: what counts as the plot's data are the other links. */
  readonly label?: boolean;
}
export type Mark = Rect | Circle | Path | Text | Link;

export interface Drawing {
  /** Of the body; heads stand outside, at negative places. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Labels that stay in sight when the body is scrolled. */
  readonly heads?: {
    readonly left: number;
    readonly top: number;
    readonly leftMarks: readonly Mark[];
    readonly topMarks: readonly Mark[];
  };
}

/** All that its marks are painted with, heads included. */
export function tonesOf({ marks, heads }: Drawing): ReadonlySet<Tone> {
  const tones = new Set<Tone>();
  const collect = (mark: Mark): void => {
    if (mark.mark === 'link') return mark.marks.forEach(collect);
    const inks = mark.mark === 'text' ? [mark.tone] : [mark.fill, mark.stroke];
    for (const tone of inks) if (tone !== undefined) tones.add(tone);
  };
  for (const all of [marks, heads?.leftMarks ?? [], heads?.topMarks ?? []]) all.forEach(collect);
  return tones;
}

/** One decimal: the same text on every machine, and less of it. */
export const rounded = (value: number): string => {
  const text = String(Math.round(value * 10) / 10);
  return text === '-0' ? '0' : text;
};

export const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `M${rounded(x1)} ${rounded(y1)}L${rounded(x2)} ${rounded(y2)}`;

/** About as wide as the letters of IBM Plex Sans run on average. */
export const textWidth = (text: string, size = 12): number => [...text].length * size * 0.53;

/**
 * Cut where a word ends, when the label is longer than its room; a single word, inside it. Parts of an id are words: what is seen of
 * a label has to be words of its name (WCAG 2.2, 2.5.3).
 */
export function fitted(text: string, room: number, size = 12): string {
  const most = Math.max(2, Math.floor(room / (size * 0.53)));
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most - 1).join('');
  const whole = (/[\s_]/.test(letters[most - 1] ?? '') ? cut : cut.replace(/[\s_]+[^\s_]*$/u, '')).replace(
    /\s*\([^)]*$/u,
    '',
  );
  return `${(whole.length > cut.length / 3 ? whole : cut).trimEnd()} …`;
}

/** Broken at blanks into lines that fit; the last is cut when there are more than `most`. */
export function wrapped(text: string, room: number, most: number, size = 12): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(' '));
  return lines.map((one) => fitted(one, room, size));
}

/** All links of a drawing that stand for data, in the order of drawing. */
export function* dataLinks(marks: readonly Mark[]): Generator<Link> {
  for (const mark of marks) if (mark.mark === 'link' && mark.label !== true) yield mark;
}
