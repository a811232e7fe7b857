/** Links never break: a frozen list of addresses that were given out once. Lines are added here, and never changed or taken out. */
import { describe, expect, it } from 'vitest';
import { type ObjectRef, selectAll, selectOne, type Selection } from '../../client/selection/selection.ts';
import { mayBeOld } from '../../client/url/old-address.ts';
import { PARAMETERS, parseUrl, type UrlState } from '../../client/url/parameters.ts';
import { presentAddress } from '../../domain/aliases.ts';

/** What the page understands, after the table of aliases. */
function understood(link: string): UrlState & { readonly hash: string } {
  const { pathname, search, hash } = new URL(link, 'https://msip.example');
  const present = new URL(presentAddress(pathname, search) ?? pathname + search, 'https://msip.example');
  return { ...parseUrl(present.pathname, present.search), hash: present.hash || hash };
}

const START = { ...parseUrl('/', ''), hash: '' };
const one = (layer: string, key: string): Selection => selectOne({ layer, key });
const PARCEL = one('parcels', '126105_9.0001.580/4');

/** Given out since the day the client stood (July 2026), each with what it opened then. */
const FROZEN: readonly (readonly [link: string, gives: Partial<typeof START>])[] = [
  ['/', {}],
  ['/#15/50.0617/19.9373', { hash: '#15/50.0617/19.9373' }],
  ['/dzialka/126105_9.0001.580/4', { selection: PARCEL }],
  ['/dzialka/126105_9.0001.580%2F4#17/50.06/19.94', { selection: PARCEL, hash: '#17/50.06/19.94' }],
  ['/dzialka/126104_9.0009.AR_5.191/13', { selection: one('parcels', '126104_9.0009.AR_5.191/13') }],
  ['/plan/plaszow-rybitwy', { selection: one('plans', 'plaszow-rybitwy') }],
  ['/teren/plaszow-rybitwy%3A1P%2FU', { selection: one('zones', 'plaszow-rybitwy:1P/U') }],
  ['/teren/plaszow-rybitwy%3A1P/U', { selection: one('zones', 'plaszow-rybitwy:1P/U') }],
  ['/obiekt/investment-sites/ti-balice-01', { selection: one('investment-sites', 'ti-balice-01') }],
  ['/obiekt/river-parks/drwinka', { selection: one('river-parks', 'drwinka') }],
  ['/obiekt/districts/VIII', { selection: one('districts', 'VIII') }],
  ['/obiekt/parcels/~12', { selection: selectOne({ layer: 'parcels', id: 12 }) }],
  ['/obiekt/parcels/126105_9.0001.580/4', { selection: PARCEL }],
  ['/obiekty/parcels%3A~12,zones%3A~7', { selection: selectAll([{ layer: 'parcels', id: 12 }, { layer: 'zones', id: 7 }] satisfies ObjectRef[]) }],
  ['/dzielnica/VIII', { selection: one('districts', 'VIII') }],
  ['/?door=planner', { door: 'planner' }], ['/?door=investor', { door: 'investor' }], ['/?door=resident', {}],
  ['/?layers=zones,parcels,-streets', { layers: ['zones', 'parcels', '-streets'] }], ['/?layers=', { layers: [] }],
  ['/?opacity=zones:40,plans:0', { opacity: { zones: 40, plans: 0 } }],
  ['/?hidden=zones:M%252FU|P,plans:in-force', { hidden: { zones: ['M/U', 'P'], plans: ['in-force'] } }],
  ['/?background=ortofotomapa', { background: 'ortofotomapa' }],
  ['/?zones=pattern', { zones: 'pattern' }],
  ['/?filters=investment-sites.status:available%257Cin-tender', { filters: { 'investment-sites.status': 'available|in-tender' } }],
  ['/?day=2015-01-01', { day: '2015-01-01' }],
  ['/?lang=en', { lang: 'en' }], ['/?theme=contrast', { theme: 'contrast' }], ['/?theme=system', { theme: 'system' }],
  ['/?tool=measure&measure=line:19.9347,50.0637,19.939,50.063', { tool: 'measure', measure: 'line:19.9347,50.0637,19.939,50.063' }],
  ['/?q=wielicka%2012', { q: 'wielicka 12' }], ['/?q=wielicka+12', { q: 'wielicka 12' }],
  ['/?tool=area&area=circle|20.0251,50.0414,400|', { tool: 'area', area: 'circle|20.0251,50.0414,400|' }],
  ['/?tool=coordinates&at=50.061389,19.938056', { tool: 'coordinates', at: '50.061389,19.938056' }],
  ['/?day=2026-01-01&compare=2015-01-01', { day: '2026-01-01', compare: '2015-01-01' }],
  ['/plan/plaszow-rybitwy?difference=2013-03-01..2013-03-02', { selection: one('plans', 'plaszow-rybitwy'), difference: '2013-03-01..2013-03-02' }],
  ['/dzialka/126105_9.0001.580/4?difference=draft:plaszow-rybitwy-zmiana', { selection: PARCEL, difference: 'draft:plaszow-rybitwy-zmiana' }],
  ['/dzialka/126105_9.0001.580/4?envelope=126105_9.0001.580%2F4', { selection: PARCEL, envelope: '126105_9.0001.580/4' }],
  ['/?annotations=on', { annotations: 'on' }], ['/?annotations=off', { annotations: 'off' }],
  ['/?tool=desk-procedures&procedure=czyzyny-zachod~2', { tool: 'desk-procedures', procedure: 'czyzyny-zachod~2' }],
  ['/?door=investor&tool=land&need=area_ha%20%3E%3D%202%20AND%20flood_pct%20%3D%200&land=parcel&weights=area_ha:3,motorway_m:1&order=-area_ha',
    { door: 'investor', tool: 'land', need: 'area_ha >= 2 AND flood_pct = 0', land: 'parcel', weights: { area_ha: 3, motorway_m: 1 }, order: '-area_ha' }],
  ['/?tool=land-assemblies&limits=parcels:4,owners:1,compactness:0.3&assembly=126105_9.0001.580%2F4,126105_9.0001.580%2F5',
    { tool: 'land-assemblies', limits: { parcels: 4, owners: 1, compactness: 0.3 }, assembly: '126105_9.0001.580/4,126105_9.0001.580/5' }],
  ['/?sites=ti-balice-01,ti-balice-02', { sites: ['ti-balice-01', 'ti-balice-02'] }],
  ['/?tool=board&notes=mine,overdue,status:open,text:a%252Cb', { tool: 'board', notes: 'mine,overdue,status:open,text:a%2Cb' }],
  ['/dzialka/126105_9.0001.580/4?door=investor&layers=zones,parcels&zones=pattern&lang=en&theme=dark#17.3/50.0414/20.0251',
    { selection: PARCEL, door: 'investor', layers: ['zones', 'parcels'], zones: 'pattern', lang: 'en', theme: 'dark', hash: '#17.3/50.0414/20.0251' }],
];

/** Never the words of this map, but written by people and other portals. */
const FOREIGN: typeof FROZEN = [
  ['/parcel/126105_9.0001.580/4', { selection: PARCEL }], ['/parcels/126105_9.0001.580%2F4?language=en', { selection: PARCEL, lang: 'en' }], ['/dzialki/126105_9.0001.580/4/', { selection: PARCEL }], ['/dzia%C5%82ka/126105_9.0001.580/4', { selection: PARCEL }],
  ['/dzialka/S-1%20580/4', { selection: PARCEL }], ['/dzialka/dz.%20nr%20580/4%20obr.%201%20%C5%9Ar%C3%B3dmie%C5%9Bcie#17/50/19.9', { selection: PARCEL, hash: '#17/50/19.9' }], ['/dzialka/126105_9%200001%20580/4', { selection: PARCEL }],
  ['/dzialka/580/4', { q: '580/4' }],
  ['/?id=126105_9.0001.580/4', { selection: PARCEL }], ['/?identifier=126105_9.0001.580%2F4&layers=zones', { selection: PARCEL, layers: ['zones'] }], ['/?identifyParcel=126105_9.0001.580/4', { selection: PARCEL }], ['/?parcel=S-1+580/4', { selection: PARCEL }],
  ['/?plan=bronowice', { selection: one('plans', 'bronowice') }], ['/?district=8', { selection: one('districts', 'VIII') }],
  ['/district/8', { selection: one('districts', 'VIII') }], ['/dzielnica/8', { selection: one('districts', 'VIII') }], ['/dzielnica/viii', { selection: one('districts', 'VIII') }], ['/districts/XVIII', { selection: one('districts', 'XVIII') }],
  ['/zone/plaszow-rybitwy%3A1P%2FU', { selection: one('zones', 'plaszow-rybitwy:1P/U') }], ['/mpzp/bronowice', { selection: one('plans', 'bronowice') }], ['/plans/bronowice', { selection: one('plans', 'bronowice') }],
  ['/object/river-parks/wilga', { selection: one('river-parks', 'wilga') }], ['/object/parcels/126105_9.0001.580/4', { selection: PARCEL }], ['/objects/parcels%3A~12,zones%3A~7', { selection: selectAll([{ layer: 'parcels', id: 12 }, { layer: 'zones', id: 7 }]) }],
  ['/?warstwy=zones,plans&motyw=dark&szukaj=wilga', { layers: ['zones', 'plans'], theme: 'dark', q: 'wilga' }], ['/?date=2015-01-01', { day: '2015-01-01' }], ['/?rola=inwestor', { door: 'investor' }], ['/?door=planista', { door: 'planner' }],
  ['/?lat=50.0617&lon=19.9373&zoom=15', { hash: '#15/50.0617/19.9373' }], ['/?center=50.0617,19.9373', { hash: '#16/50.0617/19.9373' }], ['/?lang=en&language=pl', { lang: 'en' }],
  ['/?utm_source=ulotka&fbclid=x', {}],
];

describe('a link that was given out', () => {
  it.each(FROZEN)('%s gives what it gave', (link, gives) => {
    expect(understood(link)).toEqual({ ...START, ...gives });
  });

  it('every parameter stands in one of them: who adds a parameter adds a link', () => {
    const frozen = new Set(FROZEN.flatMap(([link]) => [...new URL(link, 'https://msip.example').searchParams.keys()]));
    expect(Object.keys(PARAMETERS).filter((name) => !frozen.has(name))).toEqual([]);
  });

  it('needs no redirect, except where it always was another spelling', () => {
    for (const [link] of FROZEN) {
      const { pathname, search } = new URL(link, 'https://msip.example');
      expect([link, presentAddress(pathname, search)]).toEqual([link, null]);
    }
  });
});

describe('a link from elsewhere', () => {
  it.each(FOREIGN)('%s is understood', (link, gives) => {
    expect(understood(link)).toEqual({ ...START, ...gives });
  });

  it('is put right once: what comes out is of today', () => {
    for (const [link] of FOREIGN) {
      const { pathname, search } = new URL(link, 'https://msip.example');
      const present = presentAddress(pathname, search);
      if (present === null) continue;
      const again = new URL(present, 'https://msip.example');
      expect([link, presentAddress(again.pathname, again.search)]).toEqual([link, null]);
    }
  });

  it('is recognised by the first view, which fetches the table only then', () => {
    for (const [link] of FOREIGN) {
      const { pathname, search } = new URL(link, 'https://msip.example');
      if (presentAddress(pathname, search) !== null && !search.includes('door=planista')) expect([link, mayBeOld(pathname, search)]).toEqual([link, true]);
    }
    for (const link of ['/', '/dzialka/126105_9.0001.580/4', '/plan/bronowice', '/dzielnica/VIII', '/?layers=zones&lang=en', '/obiekt/river-parks/wilga']) {
      const { pathname, search } = new URL(link, 'https://msip.example');
      expect([link, mayBeOld(pathname, search)]).toEqual([link, false]);
    }
  });

  it('leads nowhere but to this site, and never throws', () => {
    for (const path of ['//evil.example', '/parcel//evil.example', '/parcel/%2F%2Fevil', '/parcel/../../x', '/%E0%A4%A', '/parcel/%E0%A4%A', '/object/../x', '/parcel/', '/parcel', '/__proto__/x', '/constructor/x']) {
      const present = presentAddress(path, '?__proto__=1&id=//evil');
      if (present !== null) expect(present).toMatch(/^\/(dzialka|obiekt)\//);
    }
  });
});
