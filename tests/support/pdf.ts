/** Reads PDFs that were made without compression: what is drawn, where; and asks poppler what a reader or a screen reader gets. */
import { spawnSync } from 'node:child_process';

type Matrix = readonly [number, number, number, number, number, number];
export type Point = readonly [number, number];

export interface Drawing {
  /** Every path that was filled, stroked or clipped: points on the page, 72 an inch, origin below left. */
  readonly paths: readonly { readonly points: readonly Point[]; readonly painted: string }[];
  /** Painting operators that belong neither to an element of the structure nor to an artifact. */
  readonly unmarked: readonly string[];
}

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f];

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n', 'TJ', 'Tj']);

/** Follows one content stream. */
function follow(stream: string): Drawing {
  const paths: { points: Point[]; painted: string }[] = [];
  const unmarked: string[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const stack: Matrix[] = [];
  let points: Point[] = [];
  let depth = 0;
  for (const line of stream.split('\n')) {
    const words = line.trim().split(/\s+/);
    const operator = words.at(-1)!;
    const n = words.slice(0, -1).map(Number);
    if (operator === 'q') stack.push(matrix);
    else if (operator === 'Q') matrix = stack.pop()!;
    else if (operator === 'cm') matrix = times(n as unknown as Matrix, matrix);
    else if (operator === 'm' || operator === 'l') points.push(at(matrix, n[0]!, n[1]!));
    else if (operator === 're') points.push(at(matrix, n[0]!, n[1]!), at(matrix, n[0]! + n[2]!, n[1]!), at(matrix, n[0]! + n[2]!, n[1]! + n[3]!), at(matrix, n[0]!, n[1]! + n[3]!));
    else if (operator === 'BDC' || operator === 'BMC') depth += 1;
    else if (operator === 'EMC') depth -= 1;
    else if (PAINTS.has(operator)) {
      if (depth === 0 && operator !== 'n') unmarked.push(line);
      if (points.length > 0) paths.push({ points, painted: operator });
      points = [];
    }
  }
  return { paths, unmarked };
}

/** What is drawn on each page of a PDF made with `compress: false`. */
export function drawings(pdf: Buffer): Drawing[] {
  const streams = [...pdf.toString('latin1').matchAll(/stream\n([^]*?)\nendstream/g)].map(([, stream]) => stream!);
  return streams.filter((stream) => /\b(?:BDC|BMC)\n/.test(stream)).map(follow);
}

/** Is this program of poppler-utils here? */
export const hasPoppler = (): boolean => ['pdftotext', 'pdfinfo'].every((name) => spawnSync(name, ['-v']).error === undefined);

/** Runs a program of poppler-utils on a PDF. */
export function poppler(name: 'pdftotext' | 'pdfinfo', pdf: Buffer, ...args: string[]): string {
  const target = name === 'pdftotext' ? ['-', '-'] : ['-'];
  const { stdout, stderr, status } = spawnSync(name, [...args, ...target], { input: pdf, encoding: 'utf8', maxBuffer: 64_000_000 });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return stdout;
}

/** Label and value of every row in the tables of a tagged PDF, as a screen reader reads them. */
export function rowsOf(pdf: Buffer): { label: string; value: string }[] {
  const rows = poppler('pdfinfo', pdf, '-struct-text').split(/^\s*TR$/m).slice(1);
  const textOf = (part: string): string => [...part.matchAll(/^\s*"(.*)"$/gm)].map(([, text]) => text).join('');
  return rows.map((row) => {
    const [label, value] = row.split(/^\s*TD$/m) as [string, string];
    // The note is a paragraph of its own behind the value's; what follows the table ends it too.
    return { label: textOf(label), value: textOf(value.split(/^\s*(?:P|H\d|L|Table) \(block\)$/m)[1]!) };
  });
}
