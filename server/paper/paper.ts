/** A statement on paper: an A4 document (tagged PDF) with a vector map at true scale and the means to check it. */
import type { Statement } from '../../domain/contract/statement.ts';
import { writeCheck } from './check.ts';
import { writeEdges } from './edges.ts';
import type { Look } from './look.ts';
import { writeMap } from './map.ts';
import type { MapGeometry, Position } from './map-frame.ts';
import { Sheet } from './sheet.ts';
import { writeHead, writeTopic } from './statement.ts';
import { WORDS } from './words.ts';

export interface PaperFeature extends Look {
  readonly geometry: MapGeometry;
  /** What the legend calls it; features of a layer with the same words are one line there. Absent: the layer's title. */
  readonly legend?: string;
  /** Written inside an area where there is room. */
  readonly label?: string;
}

export interface PaperLayer {
  readonly title: string;
  readonly features: readonly PaperFeature[];
}

/** All coordinates are EPSG:2178 metres as [east, north]. */
export interface PaperMap {
  /** 1000 for 1 : 1000. */
  readonly scale: number;
  readonly center: Position;
  /** What the paper is about: outlined above everything else. */
  readonly subject: { readonly title: string; readonly geometry: MapGeometry } | null;
  /** From the bottom up; what lies outside of `frameBox(map)` need not be sent. */
  readonly layers: readonly PaperLayer[];
  /** Whose data it is, one line. */
  readonly attribution: string;
}

export interface PaperCheck {
  readonly id: string;
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly hash: string;
  /** Absolute http(s) address at which the paper can be checked; also the QR code and the base of the links. */
  readonly url: string;
  readonly dataVersion: string;
  /** ISO day that the facts are for. */
  readonly day: string;
  /** ISO instant; also the date of the PDF. */
  readonly issuedAt: string;
}

export interface Paper {
  readonly statement: Statement;
  /** Null where nothing can be drawn. */
  readonly map: PaperMap | null;
  readonly check: PaperCheck;
  /** True: every page and the map say so. */
  readonly demonstration: boolean;
}

/** The PDF. The same paper gives the same bytes. `compress: false` leaves the drawing readable, for tests. */
export async function renderPaper(paper: Paper, { compress = true } = {}): Promise<Buffer> {
  const { statement, map, check } = paper;
  const words = WORDS[statement.lang];
  const sheet = new Sheet({ title: [statement.title, statement.subtitle].filter(Boolean).join(' – '), lang: statement.lang, issuedAt: new Date(check.issuedAt), base: check.url, compress });
  const finished = sheet.bytes();
  writeHead(sheet, statement, words);
  if (map) writeMap(sheet, map, words, paper.demonstration);
  for (const topic of statement.topics) writeTopic(sheet, topic, words, statement.lang);
  writeCheck(sheet, check, words, statement.lang);
  writeEdges(sheet, { title: statement.title, url: check.url, mark: `SHA-256 ${check.hash.slice(0, 16)}…`, demonstration: paper.demonstration }, words);
  sheet.end();
  return finished;
}
