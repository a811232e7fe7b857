/** The search box finds what people mean, in whatever spelling, and answers bad input with a problem. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { SearchAnswer } from '../../domain/contract/search.ts';
import { normalised } from '../../domain/geo/normalised.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { buildTown, IN_CONSULTATION } from './parcels-town.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  await buildTown(app.database);
});
afterAll(() => app?.close());

const ask = (query: string): Promise<Response> => fetch(`${app.url}/api/search?${query}`);
async function find(q: string, more = ''): Promise<SearchAnswer> {
  const response = await ask(`q=${encodeURIComponent(q)}${more}`);
  expect(response.status).toBe(200);
  return SearchAnswer.parse(await response.json());
}
const first = async (q: string): Promise<string | undefined> => (await find(q)).results.map(({ kind, label }) => `${kind} ${label}`)[0];

describe('parcels', () => {
  test.each(['S-1 580/4', 'obr. 1 Śródmieście 580/4', 'dz. nr 580/4 obr. 1 jedn. ewid. Śródmieście', 's1 580/4', IN_CONSULTATION])('"%s" is that one parcel', async (q) => {
    const { results, understoodAs } = await find(q);
    expect(understoodAs).toBe(IN_CONSULTATION);
    expect(results[0]).toMatchObject({ kind: 'parcel', key: IN_CONSULTATION, label: '580/4', context: 'obr. S-1 · Śródmieście', score: 1, highlights: [[0, 5]], demonstration: true });
  });

  it('a bare number is found in every cadastral district, the exact one before longer ones', async () => {
    const keys = (await find('580/4')).results.filter(({ kind }) => kind === 'parcel').map(({ key }) => key);
    expect(keys).toEqual(['126105_9.0001.580/4', '126102_9.0001.580/4', '126105_9.0001.580/40'].sort((a, b) => Number(a.endsWith('0')) - Number(b.endsWith('0')) || keys.indexOf(a) - keys.indexOf(b)));
  });

  it('the number before a division finds its parts', async () => {
    expect((await find('P-9 191')).results.map(({ label }) => label)).toEqual(expect.arrayContaining(['191/13', '191/14']));
  });

  it('a cadastral district is found by any of its names', async () => {
    for (const q of ['P-9', 'P 9', 'obręb 9 Podgórze', 'obr. P-9']) expect(await first(q)).toBe('cadastral-district P-9');
  });

  it('of a parcel that is not there the cadastral district is offered, as approximate', async () => {
    expect((await find('P-9 999/9')).results).toMatchObject([{ kind: 'cadastral-district', label: 'P-9', approximate: true }]);
  });

  it('only the version that stands now is found', async () => {
    expect((await find('P-9 191/14')).results).toHaveLength(1);
  });
});

describe('words', () => {
  test.each([
    ['Wielicka 12', 'address ul. Wielicka 12'], ['ul. wielicka 12a', 'address ul. Wielicka 12a'], ['Kraków, ul. Wielicka 12, 30-552', 'address ul. Wielicka 12'],
    ['wielicka', 'street ul. Wielicka'], ['łąkowa', 'street ul. Łąkowa'], ['lakowa', 'street ul. Łąkowa'], ['Łąkowa 3/5', 'address ul. Łąkowa 3/5'],
    ['osiedle kolorowe', 'street os. Kolorowe'], ['bora komorowskiego', 'street ul. gen. Tadeusza Bora-Komorowskiego'],
    ['XIII', 'district Podgórze'], ['dzielnica 13', 'district Podgórze'], ['podgorze', 'district Podgórze'], ['duchackie', 'district Podgórze Duchackie'],
    ['plan bronowice', 'plan Bronowice Małe – Tetmajera'], ['tetmajera', 'plan Bronowice Małe – Tetmajera'], ['MN.1', 'zone MN.1'],
    ['park wilga', 'park Park rzeczny Wilga'], ['rybitwy teren 1', 'site Płaszów–Rybitwy, teren 1'], ['polanki', 'municipal-land Rezerwa pod ulicę Półłanki'],
  ])('"%s" finds %s first', async (q, expected) => { expect(await first(q)).toBe(expected); });

  test.each([
    ['wielcka 12', 'address ul. Wielicka 12'], ['wsila', 'place Wisła'], ['Wielickiej 12', 'address ul. Wielicka 12'], ['tetmajrea', 'plan Bronowice Małe – Tetmajera'], ['lakwoa', 'street ul. Łąkowa'],
    ['wielicka12', 'address ul. Wielicka 12'], ['wielicka999', 'street ul. Wielicka'], ['pak wilga', 'park Park rzeczny Wilga'],
  ])(
    '"%s" is corrected to %s, and says so', async (q, expected) => {
      const { results } = await find(q);
      expect(`${results[0]?.kind} ${results[0]?.label}`).toBe(expected);
      expect(results.every(({ approximate, score }) => approximate && score <= 0.5)).toBe(true);
    });

  it('three letters alone are not guessed from', async () => { expect((await find('xyw')).results).toEqual([]); });

  it('a house number that does not exist still finds the street', async () => {
    expect((await find('Wielicka 999')).results[0]).toMatchObject({ kind: 'street', label: 'ul. Wielicka', approximate: true });
  });

  it('sixty addresses do not push out the street of their name, nor another kind', async () => {
    const kinds = (await find('wilga')).results.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['place', 'park']));
    const { results } = await find('wielick', '&limit=5');
    expect(results).toHaveLength(5);
    expect(results.filter(({ kind }) => kind === 'street').map(({ label }) => label).sort()).toEqual(['ul. Jana Wielickiego', 'ul. Wielicka']);
  });

  it('between equally good matches the near one comes first', async () => {
    const [west, east] = [await find('wielicka 1', '&near=19.9385,50.0633&limit=50'), await find('wielicka 1', '&near=19.9430,50.0633&limit=50')];
    const addresses = ({ results }: SearchAnswer) => results.filter(({ kind }) => kind === 'address').map(({ label }) => label);
    expect(addresses(west)[0]).toBe('ul. Wielicka 12');
    expect(addresses(east)[0]).toBe('ul. Wielicka 159');
  });

  it('highlights are ranges of the label as it is written', async () => {
    const [result] = (await find('lakowa 3')).results;
    expect(result!.highlights.map(([from, to]) => result!.label.slice(from, to))).toEqual(['Łąkowa', '3']);
  });

  it('shows where things are: district of a street, state of a plan, point and box in degrees', async () => {
    expect((await find('XIII')).results[0]?.context).toBe('dzielnica XIII');
    const street = (await find('łąkowa')).results[0]!;
    expect(street.context).toBe('Podgórze Duchackie');
    expect((await find('tetmajera')).results[0]?.context).toBe('plan obowiązujący');
    const [west, south, east, north] = street.bbox;
    expect(street.point[0]).toBeGreaterThanOrEqual(west - 1e-6);
    expect(street.point[0]).toBeLessThanOrEqual(east + 1e-6);
    expect(south).toBeLessThanOrEqual(north);
  });

  it('says what they are in the language that the reader prefers', async () => {
    const contexts = async (q: string): Promise<string | undefined> => {
      const response = await fetch(`${app.url}/api/search?q=${encodeURIComponent(q)}`, { headers: { 'Accept-Language': 'en-GB,en;q=0.9,pl;q=0.1' } });
      expect([response.headers.get('content-language'), response.headers.get('vary')]).toEqual(['en', expect.stringContaining('Accept-Language')]);
      return SearchAnswer.parse(await response.json()).results[0]?.context;
    };
    expect(await contexts('XIII')).toBe('district XIII');
    expect(await contexts('tetmajera')).toBe('plan in force');
    expect(await contexts('dz. 580/4 obr. 1 śródmieście')).toBe('cadastral district S-1 · Śródmieście');
  });
});

describe('any write keeps the search right', () => {
  it('an object is found from its insertion, under its new name after a change, and no longer after its removal', async () => {
    const { db } = app.database;
    const place = (name: string) => `INSERT INTO base.place (key, dataset_id, name, kind, geom) VALUES ('kopiec', 1, '${name}', 'mound', ST_SetSRID(ST_MakePoint(7424000, 5548000), 2178))
      ON CONFLICT (key) DO UPDATE SET name = excluded.name`;
    await db.none(place('Kopiec Kraka'));
    expect(await first('kopiec kraka')).toBe('place Kopiec Kraka');
    await db.none(place('Kopiec Krakusa'));
    expect(await first('krakusa')).toBe('place Kopiec Krakusa');
    expect((await find('kopiec kraka')).results).toMatchObject([{ label: 'Kopiec Krakusa', approximate: true }]);
    await db.none("DELETE FROM base.place WHERE key = 'kopiec'");
    expect((await find('krakusa')).results.filter(({ kind }) => kind === 'place')).toEqual([]);
  });

  it('a superseded version is found no more', async () => {
    await app.database.db.none("UPDATE planning.plan SET valid = '[2024-01-01,2026-01-01)' WHERE key = 'rybitwy'");
    expect((await find('plan rybitwy')).results).toEqual([]);
    await app.database.db.none("UPDATE planning.plan SET valid = '[2024-01-01,)' WHERE key = 'rybitwy'");
    expect(await first('plan rybitwy')).toBe('plan Płaszów–Rybitwy');
  });

  it('program and database normalise text alike', async () => {
    const texts = ['Zażółć gęślą JAŹŃ', 'ul. Łąkowa 3/5', 'Płaszów–Rybitwy, „teren” 1', 'MN.12/U', '§ 15 ust. 2', 'Šiauliai ø ß æ', "O'Connor", 'S-1'];
    const rows = await app.database.db.many<{ value: string }>('SELECT search.normalised(text) AS value FROM unnest($1::text[]) WITH ORDINALITY AS given (text, place) ORDER BY place', [texts]);
    expect(rows.map(({ value }) => value)).toEqual(texts.map(normalised));
  });
});

describe('bad input', () => {
  test.each(['', 'q=', 'q=%20', `q=${'a'.repeat(101)}`, 'q=a&limit=0', 'q=a&limit=-1', 'q=a&limit=5&limit=6', 'q=a&limit[]=5', 'q=a&near=1', 'q=a&near=NaN,50', 'q=a&x=1', 'q=a%00b', 'q=%ff'])(
    '?%s is a 400 that is a problem', async (query) => {
      const response = await ask(query);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    });

  test.each(["'; DROP TABLE search.document; --", "' OR 1=1", '%', '_', '\\', '%%%', '${limit}', '$$', '١٢', '😀'])('%s is only text', async (q) => {
    expect((await find(q)).results).toEqual([]);
  });

  it('a limit above the maximum is clamped to 50', async () => {
    expect((await find('wielicka', '&limit=999')).results).toHaveLength(50);
  });

  it('a percent sign does not match everything, nor does an underscore match a letter', async () => {
    expect((await find('kolor_we')).results).toEqual([]);
  });
});
