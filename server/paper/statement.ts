/** The statement as text on paper: title, notices, topics with their facts and entries. */
import type { Entry, Fact, Sentence, Statement, Topic } from '../../domain/contract/statement.ts';
import { writeColumns, writeParagraph } from './columns.ts';
import { catalogueLook } from './look.ts';
import { drawSwatch } from './paint.ts';
import type { Sheet } from './sheet.ts';
import { COLOURS, MM, PAGE, STYLES } from './type.ts';
import { dayInWords, type Words } from './words.ts';

const LABEL_WIDTH = 58 * MM;
const INDENT = 9 * MM;
const CHIP = { width: 6 * MM, height: 3.2 * MM } as const;
/** What a heading takes along from what follows, so that it is not the last thing on a page. */
const COMPANY = 50;

/** Title, identifier, day and notices: the top of the first page. */
export function writeHead(sheet: Sheet, { title, subtitle, day, notices, lang }: Pick<Statement, 'title' | 'subtitle' | 'day' | 'notices' | 'lang'>, words: Words): void {
  writeParagraph(sheet, 'H1', title, STYLES.title);
  if (subtitle) writeParagraph(sheet, 'P', subtitle, STYLES.subtitle);
  writeParagraph(sheet, 'P', words.day(dayInWords(day, lang)), STYLES.strong);
  sheet.y += 6;
  sheet.within('L', {}, () => { for (const notice of [words.notExcerpt, ...notices]) writeItem(sheet, notice, PAGE.left); });
}

/** An item of a list with a bullet, or with the place it is made from. */
function writeItem(sheet: Sheet, text: string, x: number, paragraph: string | null = null): void {
  writeColumns(sheet, [{
    tag: 'LI', x: x + 4 * MM, width: PAGE.left + PAGE.textWidth - x - 4 * MM, runs: [{ tag: 'LBody', text: paragraph === null ? text : `${text} (${paragraph})`, style: STYLES.text }],
    sign: (top) => { sheet.doc.circle(x + 1.2 * MM, top + STYLES.text.line / 2, 0.5 * MM).fill(COLOURS.soft); },
  }]);
  sheet.y += 1.5;
}

/** Facts as rows of a table: label, value, and the note below the value. */
export function writeFacts(sheet: Sheet, facts: readonly Fact[], x: number = PAGE.left): void {
  if (facts.length === 0) return;
  const valueX = PAGE.left + LABEL_WIDTH;
  sheet.y += 3;
  sheet.within('Table', {}, () => {
    for (const { label, value, note, href } of facts) {
      sheet.within('TR', {}, () => {
        writeColumns(sheet, [
          { tag: 'TH', options: { scope: 'Row' }, x, width: valueX - x - 4 * MM, runs: [{ text: label, style: STYLES.label }] },
          { tag: 'TD', x: valueX, width: PAGE.textWidth - LABEL_WIDTH, runs: [{ tag: 'P', text: value, style: href === undefined ? STYLES.text : STYLES.link, href }, ...(note ? [{ tag: 'P', text: note, style: STYLES.note }] : [])] },
        ], { rule: true, padding: 1.5 });
      });
    }
  });
}

function writeSentences(sheet: Sheet, sentences: readonly Sentence[]): void {
  if (sentences.length === 0) return;
  sheet.y += 4;
  sheet.within('L', {}, () => {
    for (const [at, { text, paragraph }] of sentences.entries()) {
      // The last one keeps the line of the source with it.
      if (at === sentences.length - 1) sheet.need(STYLES.text.line * 2 + STYLES.note.line);
      writeItem(sheet, text, PAGE.left + INDENT, paragraph);
    }
  });
}

function writeSource(sheet: Sheet, source: string | undefined, x: number = PAGE.left): void {
  if (source === undefined) return;
  sheet.y += 2;
  writeParagraph(sheet, 'P', source, STYLES.note, x);
}

const SHARE_WIDTH = 28 * MM;

/** How much of the subject it is, as a bar; the figure stands in the facts. */
function drawShare(sheet: Sheet, sharePct: number, top: number): void {
  const [x, y] = [PAGE.left + PAGE.textWidth - SHARE_WIDTH, top + STYLES.entry.line / 2 - 0.8 * MM];
  sheet.doc.rect(x, y, SHARE_WIDTH, 1.6 * MM).fill(COLOURS.rule);
  sheet.doc.rect(x, y, (SHARE_WIDTH * Math.min(100, Math.max(0, sharePct))) / 100, 1.6 * MM).fill(COLOURS.soft);
}

/** One object: chip of its class, title, status, facts, sentences, source. */
function writeEntry(sheet: Sheet, { title, href, symbol, badge, sharePct, facts, sentences, source }: Entry, tag: 'H3' | 'H4', lang: 'pl' | 'en'): void {
  sheet.gap(9);
  sheet.need(STYLES.entry.line + COMPANY);
  const look = symbol && catalogueLook(symbol.layer, symbol.class, lang);
  const x = PAGE.left + INDENT;
  writeColumns(sheet, [{
    tag, x, width: PAGE.textWidth - INDENT - SHARE_WIDTH - 4 * MM, runs: [{ text: title, style: href === undefined ? STYLES.entry : { ...STYLES.entry, colour: COLOURS.accent }, href }],
    sign: (top) => {
      if (look) drawSwatch(sheet.doc, look, PAGE.left, top + (STYLES.entry.line - CHIP.height) / 2, CHIP.width, CHIP.height);
      if (sharePct !== undefined) drawShare(sheet, sharePct, top);
    },
  }]);
  if (badge) writeParagraph(sheet, 'P', badge, STYLES.badge, x);
  writeFacts(sheet, facts, x);
  writeSentences(sheet, sentences);
  writeSource(sheet, source, x);
}

/** A question and its answer: verdict, facts, entries, and what is to be checked at the office. */
export function writeTopic(sheet: Sheet, { title, verdict, verdictWord, answer, facts, entries, apart, source }: Topic, words: Words, lang: 'pl' | 'en'): void {
  sheet.gap(18);
  sheet.need(STYLES.topic.line + COMPANY);
  writeParagraph(sheet, 'H2', title, STYLES.topic);
  sheet.y += 2;
  if (verdict !== null) {
    const word = verdictWord ? verdictWord.charAt(0).toLocaleUpperCase(lang) + verdictWord.slice(1) : words.verdicts[verdict];
    const width = Math.max(26 * MM, sheet.measure(word, STYLES.strong) + 4 * MM);
    const columns = [{ tag: 'P', x: PAGE.left as number, width, runs: [{ text: word, style: STYLES.strong }] }];
    writeColumns(sheet, answer === undefined ? columns : [...columns, { tag: 'P', x: PAGE.left + width, width: PAGE.textWidth - width, runs: [{ text: answer, style: STYLES.text }] }]);
  } else if (answer !== undefined) writeParagraph(sheet, 'P', answer, STYLES.text);
  writeFacts(sheet, facts);
  for (const entry of entries) writeEntry(sheet, entry, 'H3', lang);
  if (apart.length > 0) {
    sheet.gap(10);
    sheet.need(STYLES.strong.line + STYLES.entry.line + COMPANY);
    writeParagraph(sheet, 'H3', words.apart, STYLES.strong);
    for (const entry of apart) writeEntry(sheet, entry, 'H4', lang);
  }
  writeSource(sheet, source);
}
