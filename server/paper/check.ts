/** The end of the paper: how to check it. */
import { writeColumns, writeParagraph } from './columns.ts';
import type { PaperCheck } from './paper.ts';
import { drawQr } from './qr.ts';
import type { Sheet } from './sheet.ts';
import { writeFacts } from './statement.ts';
import { MM, PAGE, STYLES } from './type.ts';
import { dayInWords, instantInWords, type Words } from './words.ts';

const QR = 34 * MM;

/** 64 digits in two lines of four groups, as people compare them. */
const inGroups = (hash: string): string => hash.replaceAll(/(.{8})(?=.)/g, '$1 ').replace(/^(.{35}) /, '$1\n');

export function writeCheck(sheet: Sheet, { id, hash, url, dataVersion, day, issuedAt }: PaperCheck, words: Words, lang: 'pl' | 'en'): void {
  sheet.gap(22);
  // Heading, code and the first facts beside each other on one page.
  sheet.need(STYLES.topic.line + QR + 190);
  writeParagraph(sheet, 'H2', words.check, STYLES.topic);
  sheet.y += 2;
  const top = sheet.y;
  const left = PAGE.left + PAGE.textWidth - QR;
  writeColumns(sheet, [{ tag: 'P', x: PAGE.left, width: PAGE.textWidth - QR - 6 * MM, runs: [{ text: words.checkHow, style: STYLES.text }] }]);
  sheet.within('Figure', { alt: words.qrAlt(url), bbox: [left, top, left + QR, top + QR], placement: 'Block' }, (figure) => {
    figure.add(() => { drawQr(sheet.doc, url, left, top, QR); });
  });
  sheet.y = Math.max(sheet.y, top + QR) + 4;
  writeFacts(sheet, [
    { label: words.address, value: url, href: url },
    { label: words.id, value: id },
    { label: words.hash, value: inGroups(hash) },
    { label: words.dataVersion, value: dataVersion },
    { label: words.factsDay, value: dayInWords(day, lang) },
    { label: words.issuedAt, value: instantInWords(issuedAt, lang) },
  ]);
}
