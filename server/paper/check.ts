/** The end of the paper: how to check it. */
import type { PaperCheck } from './paper.ts';
import { writeQr } from './qr.ts';
import type { Sheet } from './sheet.ts';
import { writeFacts } from './statement.ts';
import { dayInWords, instantInWords, type Words } from './words.ts';

/** 64 digits in two lines of four groups, as people compare them. */
const inGroups = (hash: string): string => hash.replaceAll(/(.{8})(?=.)/g, '$1 ').replace(/^(.{35}) /, '$1\n');

export function writeCheck(sheet: Sheet, { id, hash, url, dataVersion, day, issuedAt }: PaperCheck, words: Words, lang: 'pl' | 'en'): void {
  sheet.gap(22);
  // Heading, code and the first facts beside each other on one page.
  writeQr(sheet, { title: words.check, how: words.checkHow, url, alt: words.qrAlt(url), room: 190 });
  writeFacts(sheet, [
    { label: words.address, value: url, href: url },
    { label: words.id, value: id },
    { label: words.hash, value: inGroups(hash) },
    { label: words.dataVersion, value: dataVersion },
    { label: words.factsDay, value: dayInWords(day, lang) },
    { label: words.issuedAt, value: instantInWords(issuedAt, lang) },
  ]);
}
