/** A report of land on paper: an A4 document (tagged PDF) of one piece or of a comparison, each with a map at true scale, and the address where it is found again. */
import type { Topic } from '../../domain/contract/statement.ts';
import type { ComparedGroup } from '../../domain/investment/comparison.ts';
import { writeComparison } from './comparison.ts';
import { writeParagraph } from './columns.ts';
import { writeEdges } from './edges.ts';
import { writeMap } from './map.ts';
import type { PaperMap } from './paper.ts';
import { writeQr } from './qr.ts';
import { Sheet } from './sheet.ts';
import { writeFacts, writeHead, writeTopic } from './statement.ts';
import { STYLES } from './type.ts';
import { dayInWords, instantInWords, WORDS, type Words } from './words.ts';

export interface ReportLand {
  readonly title: string;
  readonly subtitle: string;
  readonly map: PaperMap;
  readonly topics: readonly Topic[];
}

export interface Report {
  readonly lang: 'pl' | 'en';
  readonly title: string;
  readonly subtitle: string;
  /** ISO day that the facts are for. */
  readonly day: string;
  /** ISO instant; also the date of the PDF. */
  readonly issuedAt: string;
  readonly notices: string[];
  /** One to five. */
  readonly lands: readonly ReportLand[];
  /** Null of one piece of land. */
  readonly comparison: readonly ComparedGroup[] | null;
  /** What was searched for, in words; null: it is not told. */
  readonly need: string | null;
  /** Absolute http(s) address of the page; also the QR code and the base of the links. */
  readonly url: string;
  /** True: every page and every map says so. */
  readonly demonstration: boolean;
}

/** Where it is found again. */
function writeAgain(sheet: Sheet, { url, day, issuedAt, lang }: Report, words: Words): void {
  sheet.gap(22);
  writeQr(sheet, { title: words.again, how: words.againHow, url, alt: words.qrAlt(url), room: 70 });
  writeFacts(sheet, [{ label: words.address, value: url, href: url }, { label: words.factsDay, value: dayInWords(day, lang) }, { label: words.issuedAt, value: instantInWords(issuedAt, lang) }]);
}

/** The PDF. The same report gives the same bytes. `compress: false` leaves the drawing readable, for tests. */
export async function renderReport(report: Report, { compress = true } = {}): Promise<Buffer> {
  const { lang, title, subtitle, day, issuedAt, notices, lands, comparison, need, url, demonstration } = report;
  const words = WORDS[lang];
  const sheet = new Sheet({ title: [title, subtitle].filter(Boolean).join(' – '), lang, issuedAt: new Date(issuedAt), base: url, compress });
  const finished = sheet.bytes();
  writeHead(sheet, { title, subtitle, day, notices, lang }, words);
  if (need !== null) {
    sheet.gap(8);
    writeFacts(sheet, [{ label: words.need, value: need }]);
  }
  if (comparison) writeComparison(sheet, lands.map((land) => land.title), comparison, words);
  for (const land of lands) {
    if (lands.length > 1) {
      sheet.newPage();
      writeParagraph(sheet, 'H1', land.title, STYLES.title);
      writeParagraph(sheet, 'P', land.subtitle, STYLES.subtitle);
    }
    writeMap(sheet, land.map, words, demonstration);
    for (const topic of land.topics) writeTopic(sheet, topic, words, lang);
  }
  writeAgain(sheet, report, words);
  writeEdges(sheet, { title, url, mark: dayInWords(day, lang), demonstration }, words);
  sheet.end();
  return finished;
}
