/** A rich statement on paper for tests: every kind of text, letters of Polish, awkward lengths, a parcel whose sides are 100 m. */
import type { Entry, Statement } from '../../domain/contract/statement.ts';
import { catalogueLook } from '../../server/paper/look.ts';
import type { Paper, PaperFeature } from '../../server/paper/paper.ts';

export const CENTER = [7_423_966, 5_547_788] as const;

/** A square as a polygon; metres east and north of the centre, side in metres. */
export function square(east: number, north: number, side: number): PaperFeature['geometry'] {
  const [x, y] = [CENTER[0] + east, CENTER[1] + north];
  return { type: 'Polygon', coordinates: [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]] };
}

function entry(at: number, lang: 'pl' | 'en'): Entry {
  const pl = lang === 'pl';
  return {
    id: `zones/plan:${at}`, title: pl ? `MW.${at} – tereny zabudowy mieszkaniowej wielorodzinnej` : `MW.${at} – multi-family housing`,
    href: `/?object=zones/plan:${at}`, symbol: { layer: 'zones', class: ['MW', 'M/U', 'UC', 'US', 'ZP', 'ZD', 'WS', 'KK', 'I', 'KD'][at % 10]! },
    ...(at % 3 === 0 && { badge: pl ? 'projekt, jeszcze nie obowiązuje' : 'draft, not yet in force' }),
    sharePct: (at * 37) % 100,
    facts: [
      { label: pl ? `Udział w działce ${at}` : `Share of the parcel ${at}`, value: `${(at * 37) % 100},2\u202f% (1\u202f650\u202fm²)` },
      { label: pl ? 'Maksymalna wysokość zabudowy' : 'Maximum height of buildings', value: pl ? `${10 + at}\u202fm, dla garaży 3\u202fm` : `${10 + at}\u202fm, for garages 3\u202fm`, note: '§ 12 ust. 3 pkt 2 lit. a' },
    ],
    sentences: [{ text: pl ? 'Można budować domy wielorodzinne; usługi „nieuciążliwe” tylko w parterach.' : 'Blocks of flats may be built; quiet services on the ground floor only.', paragraph: '§ 12 ust. 1' }, { text: pl ? 'Zieleń: co najmniej 30 % działki.' : 'Green: at least 30% of the plot.', paragraph: null }],
    source: pl ? 'Źródło: Urząd Miasta Krakowa, stan na 1.10.2026, dane demonstracyjne' : 'Source: City of Kraków, as of 1 October 2026, demonstration data',
  };
}

/** A statement with this many entries. */
export function sampleStatement(lang: 'pl' | 'en', entries: number): Statement {
  const pl = lang === 'pl';
  return {
    kind: 'parcel', lang, title: pl ? 'Działka 580/4, obręb 1 Śródmieście' : 'Parcel 580/4, cadastral district 1 Śródmieście', subtitle: '126105_9.0001.580/4', day: '2026-11-22', path: '/parcels/126105_9.0001.580/4',
    notices: [pl ? 'Dane demonstracyjne: nie opisują prawdziwych działek ani planów.' : 'Demonstration data: they do not describe real parcels or plans.', 'Zażółć gęślą jaźń – ZAŻÓŁĆ GĘŚLĄ JAŹŃ, „cudzysłów”, § 7, m², 71,2\u202f%, ≤ 15 m, 1 : 1000, 4.01–5.02.2013.'],
    topics: [
      { id: 'register', title: pl ? 'Ewidencja gruntów' : 'The land register', verdict: null, facts: [
        { label: pl ? 'Identyfikator działki' : 'Parcel identifier', value: '126105_9.0001.580/4' },
        { label: pl ? 'Pole powierzchni ewidencyjne' : 'Area in the register', value: '2\u202f318\u202fm²', note: pl ? 'Tylko to pole jest urzędowe.' : 'Only this area is official.' },
        { label: pl ? 'Pole powierzchni z rysunku, które może się różnić od ewidencyjnego' : 'Area of the drawing, which may differ from that of the register', value: '2\u202f321\u202fm²' },
        { label: pl ? 'Dokumenty' : 'Documents', value: 'https://www.bip.krakow.pl/zalaczniki/dokumenty/bardzo-dlugi-adres-ktory-nie-miesci-sie-w-jednym-wierszu-strony/uchwala.pdf', href: 'https://www.bip.krakow.pl/zalaczniki/dokumenty/uchwala.pdf' },
      ], entries: [], apart: [] },
      { id: 'plans', title: pl ? 'Plan miejscowy' : 'Local plan', verdict: 'concerned', answer: pl ? 'Działka leży w obowiązującym planie miejscowym „Stare Miasto”, a jej część w terenach, dla których trwa procedura; ustalenia czyta się razem z rysunkiem planu.' : 'The parcel lies in the local plan “Stare Miasto”, which is in force.',
        facts: [{ label: pl ? 'Uchwała' : 'Resolution', value: 'XII/131/11 Rady Miasta Krakowa z 13.04.2011', href: '/plans/stare-miasto' }], entries: Array.from({ length: entries }, (_, at) => entry(at + 1, lang)), apart: [entry(98, lang)] },
      { id: 'flood', title: pl ? 'Zagrożenie powodziowe' : 'Flood hazard', verdict: 'not-concerned', facts: [], entries: [], apart: [], source: pl ? 'Źródło: Wody Polskie, stan na 1.10.2026' : 'Source: Wody Polskie, as of 1 October 2026' },
      { id: 'noise', title: pl ? 'Hałas' : 'Noise', verdict: 'no-data', answer: pl ? 'Mapa akustyczna nie obejmuje tego miejsca.' : 'The noise map does not reach this place.', facts: [], entries: [], apart: [] },
    ],
  };
}

function zone(code: string, lang: 'pl' | 'en', label: string, geometry: PaperFeature['geometry']): PaperFeature {
  return { ...catalogueLook('zones', code, lang)!, label, geometry };
}

/** The whole paper; at 1:1000 the subject's sides are 100 mm. */
export function samplePaper(lang: 'pl' | 'en', entries: number, scale = 1000): Paper {
  const statement = sampleStatement(lang, entries);
  return {
    statement,
    demonstration: true,
    map: {
      scale, center: CENTER, attribution: '© Urząd Miasta Krakowa',
      subject: { title: statement.title, geometry: square(-50, -50, 100) },
      layers: [
        { title: lang === 'pl' ? 'Przeznaczenie terenów (MPZP)' : 'Zoning (local plans)', features: [
          zone('MW', lang, 'MW.1', square(-500, -10, 500)), zone('M/U', lang, 'MW/U.2', square(0, -10, 60)), zone('US', lang, 'US.1', square(60, -10, 500)), zone('ZP', lang, 'ZP.3', square(-500, -510, 480)),
          zone('UC', lang, 'UC.1', square(-20, -60, 50)), zone('WS', lang, 'WS.1', square(30, -60, 50)), zone('ZD', lang, 'ZD.7', square(-20, -560, 500)), zone('KD', lang, 'KDD.1', square(80, -30, 20)),
        ] },
        { title: lang === 'pl' ? 'Działki' : 'Parcels', features: [{ ...catalogueLook('parcels', null, lang)!, geometry: square(-80, -50, 30), label: '580/5' }] },
        { title: lang === 'pl' ? 'Koleje' : 'Railways', features: [{ stroke: '#555555', widthMm: 0.5, dash: [2, 1], geometry: { type: 'LineString', coordinates: [[CENTER[0] - 900, CENTER[1] + 40], [CENTER[0] + 900, CENTER[1] + 45]] } }] },
      ],
    },
    check: {
      id: 'W-2026-000123', hash: '0123456789abcdef'.repeat(4), url: 'https://msip.krakow.pl/check/W-2026-000123', dataVersion: '2026-11-20.7', day: '2026-11-22', issuedAt: '2026-11-22T16:30:00.000Z',
    },
  };
}
