/** Paper: every fact can be read from it, the map is true to scale, it is tagged, and the same facts give the same bytes. */
import { describe, expect, it } from 'vitest';
import type { Statement, Topic } from '../../domain/contract/statement.ts';
import { catalogueLook } from '../../server/paper/look.ts';
import { clipRing, fittingScale, FRAME_MM, frameBox } from '../../server/paper/map-frame.ts';
import { barMetres } from '../../server/paper/map-margin.ts';
import { renderPaper } from '../../server/paper/paper.ts';
import { wrap } from '../../server/paper/wrap.ts';
import { CENTER, samplePaper, square } from '../support/paper.ts';
import { drawings, hasPoppler, type Point, poppler, rowsOf } from '../support/pdf.ts';

const MM = 72 / 25.4;
const factsOf = ({ topics }: Statement) => topics.flatMap(({ facts, entries, apart }: Topic) => [...facts, ...entries.flatMap((entry) => entry.facts), ...apart.flatMap((entry) => entry.facts)]);
const pairsOf = (rows: readonly { label: string; value: string }[]) => rows.map(({ label, value }) => `${label} = ${value}`);
const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');
const length = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x2 - x1, y2 - y1) / MM;

/** Lengths in millimetres of the sides of all paths on the page with the map. */
async function sides(scale: number) {
  const [page] = drawings(await renderPaper(samplePaper('pl', 1, scale), { compress: false }));
  return page!.paths.map(({ points, painted }) => ({ painted, sides: points.map((point, at) => length(point, points.at(at - 1)!)) }));
}

describe('the drawing', () => {
  it.each([[500, 200], [1000, 100], [2000, 50]])('at 1 : %i a side of 100 m measures %i mm', async (scale, expected) => {
    const outlines = (await sides(scale)).filter((path) => path.painted === 'S' && path.sides.length === 4);
    const parcel = outlines.filter((path) => path.sides.every((side) => Math.abs(side - expected) < 0.1));
    // At 1 : 500 the parcel is taller than the frame and cut beyond it, at 5 mm.
    if (scale > 500) expect(parcel).toHaveLength(2);
    else expect(outlines.some((path) => path.sides.some((side) => Math.abs(side - (FRAME_MM.height + 10)) < 0.1))).toBe(true);
  });

  it.each([[500, 20], [1000, 50], [2000, 100], [5000, 200], [10_000, 500]])('at 1 : %i the bar is %i m long', async (scale, metres) => {
    expect(barMetres(scale)).toBe(metres);
    const expected = (metres * 1000) / scale;
    const bars = (await sides(scale)).filter((path) => path.painted === 'S' && path.sides.some((side) => Math.abs(side - 1.2) < 0.05));
    expect(bars).toHaveLength(1);
    expect(Math.max(...bars[0]!.sides)).toBeCloseTo(expected, 2);
  });

  it('stands in the box that the caller asks the data for', () => {
    const [west, south, east, north] = frameBox({ scale: 1000, center: CENTER });
    expect([east - west, north - south]).toEqual([FRAME_MM.width, FRAME_MM.height]);
    expect(fittingScale([west, south, east, north], 1)).toBe(1000);
    expect(fittingScale([west, south, east + 1, north], 1)).toBe(2000);
    expect(fittingScale([0, 0, 1e9, 1])).toBe(200_000);
  });

  it('cuts areas at the box', () => {
    const cut = clipRing([[-10, -10], [20, -10], [20, 5], [-10, 5]], [0, 0, 10, 10]);
    expect(new Set(cut.map(String))).toEqual(new Set(['0,0', '10,0', '10,5', '0,5']));
    expect(clipRing([[20, 20], [30, 20], [30, 30]], [0, 0, 10, 10])).toEqual([]);
  });

  it('takes colour, pattern and name of a class from the catalogue', () => {
    expect(catalogueLook('zones', 'M/U', 'en')).toMatchObject({ legend: 'housing and services', fill: expect.stringMatching(/^#/), pattern: { shape: 'hatch' } });
    expect(catalogueLook('zones', 'no such class', 'pl')).toMatchObject({ legend: 'inne przeznaczenie' });
    expect(catalogueLook('no-such-layer', null, 'pl')).toBeNull();
  });
});

describe('the document', () => {
  it('is the same to the byte when it is made again', async () => {
    const [one, other] = [await renderPaper(samplePaper('pl', 3)), await renderPaper(samplePaper('pl', 3))];
    expect(one.equals(other)).toBe(true);
  });

  it('marks everything that is drawn as content or as artifact', async () => {
    const pages = drawings(await renderPaper(samplePaper('en', 12), { compress: false }));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.flatMap(({ unmarked }) => unmarked)).toEqual([]);
  });

  it('says the map and the code in words', async () => {
    const text = (await renderPaper(samplePaper('en', 1))).toString('latin1');
    const alternatives = [...text.matchAll(/\/S \/Figure\n\/Alt \(((?:\\[^]|[^\\)])*)\)/g)].map(([, alt]) => Buffer.from(alt!.replaceAll(/\\([^])/g, '$1'), 'latin1'));
    const read = alternatives.map((bytes) => (bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1')));
    expect(read).toHaveLength(2);
    expect(read[0]).toContain('Parcel 580/4');
    expect(read[0]!.replaceAll('\u00a0', ' ')).toContain('1 : 1000');
    expect(read[1]).toContain('https://msip.krakow.pl/check/W-2026-000123');
  });

  it('is made without a map, without topics, and with features that lie elsewhere', async () => {
    const { statement, map, ...rest } = samplePaper('pl', 0);
    const bare = await renderPaper({ ...rest, statement: { ...statement, subtitle: '', notices: [], topics: [] }, map: null });
    const elsewhere = await renderPaper({ ...rest, statement, map: { ...map!, layers: [{ title: 'Daleko', features: [{ fill: '#aaaaaa', geometry: square(9000, 9000, 10) }] }] } });
    for (const pdf of [bare, elsewhere]) expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
  });

  it('breaks lines at spaces and long words where they must', () => {
    const widthOf = (text: string): number => text.length;
    expect(wrap('ala ma kota', 7, widthOf)).toEqual(['ala ma ', 'kota']);
    expect(wrap('a\nb', 7, widthOf)).toEqual(['a ', 'b']);
    expect(wrap('https://a.pl/bcdefghij', 10, widthOf)).toEqual(['https://a.', 'pl/bcdefgh', 'ij']);
    expect(wrap('https://abc.pl/bcdefghij', 10, widthOf)).toEqual(['https://', 'abc.pl/', 'bcdefghij']);
    for (const text of ['Zażółć gęślą jaźń i jeszcze', 'x'.repeat(95), '']) expect(withoutSpace(wrap(text, 10, widthOf).join(''))).toBe(withoutSpace(text));
  });
});

describe.skipIf(!hasPoppler())('what poppler reads', () => {
  it.each(['pl', 'en'] as const)('every label with its value, in %s', async (lang) => {
    const paper = samplePaper(lang, 12);
    const pdf = await renderPaper(paper);
    const read = pairsOf(rowsOf(pdf));
    expect(read).toEqual(expect.arrayContaining(pairsOf(factsOf(paper.statement))));
    // The rows that are not facts are those at the end: how to check.
    expect(read).toHaveLength(factsOf(paper.statement).length + 6);
    const raw = withoutSpace(poppler('pdftotext', pdf, '-raw'));
    for (const { label, value } of factsOf(paper.statement)) expect(raw).toContain(withoutSpace(label + value));
  });

  it('Polish letters and signs, every notice, sentence and source', async () => {
    const paper = samplePaper('pl', 2);
    const text = poppler('pdftotext', await renderPaper(paper), '-raw').replaceAll(/\s+/g, ' ');
    expect(text).toContain('Zażółć gęślą jaźń – ZAŻÓŁĆ GĘŚLĄ JAŹŃ, „cudzysłów”, § 7, m², 71,2 %, ≤ 15 m, 1 : 1000, 4.01–5.02.2013.');
    for (const words of ['To nie jest wypis ani wyrys z planu miejscowego', 'DANE DEMONSTRACYJNE', 'strona 1 z 3', 'usługi „nieuciążliwe” tylko w parterach. (§ 12 ust. 1)', 'Źródło: Wody Polskie', 'Nie dotyczy', 'Brak danych', 'MW/U.2', '1 : 1000']) expect(text).toContain(words);
  });

  it('a tagged document with title, language, headings, lists, tables and figures', async () => {
    const pdf = await renderPaper(samplePaper('pl', 2));
    const facts = poppler('pdfinfo', pdf);
    expect(facts).toMatch(/Title: +Działka 580\/4, obręb 1 Śródmieście – 126105_9\.0001\.580\/4/);
    expect(facts).toMatch(/Tagged: +yes/);
    expect(facts).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
    const kinds = poppler('pdfinfo', pdf, '-struct').match(/^\s*\w+/gm)!.map((kind) => kind.trim());
    expect(kinds.filter((kind) => kind === 'H1')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'Figure')).toHaveLength(2);
    for (const kind of ['Document', 'H2', 'H3', 'H4', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Link']) expect(kinds).toContain(kind);
    expect(pdf.toString('latin1')).toContain('/Lang (pl)');
  });

  it('no heading as the last line of a page', async () => {
    const paper = samplePaper('pl', 40);
    const headings = new Set([...paper.statement.topics, ...paper.statement.topics.flatMap(({ entries }) => entries)].map(({ title }) => title));
    const pages = poppler('pdftotext', await renderPaper(paper), '-raw').split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages) {
      const lines = page.split('\n');
      expect(headings).not.toContain(lines[lines.findIndex((line) => line.startsWith('MSIP Kraków')) - 1]);
    }
  });

  it('a value that is longer than a page, whole', async () => {
    const { statement, ...rest } = samplePaper('en', 0);
    const value = Array.from({ length: 1500 }, (_, at) => `word${at}`).join(' ');
    const pdf = await renderPaper({ ...rest, statement: { ...statement, topics: [{ ...statement.topics[0]!, facts: [{ label: 'Long', value, note: 'Its note', href: '/long' }] }] } });
    expect(pairsOf(rowsOf(pdf))).toContain(`Long = ${value}`);
  });
});
