/** Investment sites of the three strategic areas and a few others: status, form of offer, price or tender, utilities, access, contact. */
import { areaGeometry, nodeTexts, type Feature } from './geojson.ts';
import { byFace, gather, shuffled } from './holdings.ts';
import type { Parcel } from './land-register.ts';
import type { Lots } from './parcels.ts';
import { facts } from './facts.ts';
import { distance, foot, fromLonLat, pointInside, ringCentroid, type Point } from './plane.ts';
import { randomOf, type Random } from './random.ts';
import type { Zones } from './zones.ts';

interface Part {
  readonly area: 'nowa-huta' | 'balice' | 'plaszow-rybitwy' | 'other';
  readonly parcelAreas: readonly string[];
  readonly characters: readonly string[];
  /** Sites to make. */
  readonly count: number;
  /** A site is called after the nearest of these. */
  readonly names: readonly (readonly [name: string, lon: number, lat: number])[];
}

const PARTS: readonly Part[] = [
  { area: 'nowa-huta', parcelAreas: ['branice'], characters: ['technology-park', 'industry', 'fields'], count: 28, names: [
    ['Park Naukowo-Technologiczny Branice', 20.13, 50.07], ['Strefa Aktywności Gospodarczej', 20.105, 50.075],
    ['Centrum Logistyczno-Przemysłowe Ruszcza', 20.12, 50.085],
    ['Błonia 2.0', 20.15, 50.06], ['Przylasek Rusiecki', 20.165, 50.055]] },
  { area: 'balice', parcelAreas: ['balice'], characters: ['technology-park', 'fields', 'village'], count: 16, names: [
    ['Balice – Olszanica', 19.815, 50.068], ['Balice – Powstania Styczniowego', 19.83, 50.075], ['Mydlniki – Balicka', 19.845, 50.08]] },
  { area: 'plaszow-rybitwy', parcelAreas: ['plaszow-rybitwy'], characters: ['industry'], count: 24, names: [
    ['Płaszów – Lipska', 19.995, 50.041], ['Rybitwy – Botewa', 20.02, 50.036], ['Rybitwy – Półłanki', 20.044, 50.034],
    ['Rybitwy – Nad Drwiną', 20.035, 50.04], ['Nowy Port Rybitwy', 20.03, 50.047]] },
  { area: 'other', parcelAreas: ['bronowice', 'duchacka', 'nowa-huta'], characters: ['slabs', 'industry', 'campus', 'estate'], count: 6, names: [
    ['Bronowice – Radzikowskiego', 19.89, 50.088], ['Wola Duchacka – Malborska', 19.965, 50.018], ['Nowa Huta – Centrum', 20.037, 50.075]] },
];
/** Kinds of owner whose land the city can offer or broker: State, municipality, municipal companies, voivodeship. */
const OFFERED: ReadonlySet<number> = new Set([1, 2, 4, 5, 6, 13]);
/** Zones an investor is looking for; elsewhere there is nothing to offer. */
const ECONOMIC = /^(?:\d+)?(?:P|U|UC|US|MW|P\/U|MW\/U|MN\/U)(?:\.|$)/;
const CONTACT = 'Centrum Obsługi Inwestora, Urząd Miasta Krakowa, inwestor@example.org (adres przykładowy)';
const UTILITIES = ['woda', 'kanalizacja sanitarna', 'kanalizacja deszczowa', 'energia elektryczna', 'gaz', 'ciepło sieciowe', 'światłowód'] as const;
/** Price of a square metre, zł. */
const PRICE: Readonly<Record<Part['area'], readonly [number, number]>> = {
  'nowa-huta': [180, 420], balice: [320, 700], 'plaszow-rybitwy': [350, 900], other: [900, 2_200],
};

const lineDistance = (p: Point, line: readonly Point[]): number => Math.min(...line.slice(1).map((b, i) => foot(p, line[i]!, b).distance));
const km = (metres: number): string => (metres < 950 ? `${Math.max(50, Math.round(metres / 50) * 50)} m`
  : `${(metres / 1000).toFixed(1).replace('.', ',')} km`);

function access(p: Point): { road: string; rail: string } {
  const road = facts.mainRoads.map(({ name, kind, line }) => ({ name, kind, away: lineDistance(p, line) }))
    .reduce((a, b) => (b.away < a.away ? b : a));
  const rail = facts.railways.map(({ name, line }) => ({ name, away: lineDistance(p, line) })).reduce((a, b) => (b.away < a.away ? b : a));
  return {
    road: `droga publiczna; ${road.name} w odległości ${km(road.away)}`,
    rail: rail.away < 350 ? `możliwa bocznica: ${rail.name} w odległości ${km(rail.away)}`
      : `brak bocznicy, linia kolejowa w odległości ${km(rail.away)}`,
  };
}

interface Offer { readonly status: string; readonly offer_form: string; readonly price_pln: number | null; readonly by_tender: boolean }

function offer(area: Part['area'], areaM2: number, random: Random): Offer {
  const status = random.weighted({ available: 44, 'in-tender': 14, reserved: 14, 'in-preparation': 20, sold: 8 });
  const form = random.weighted({ sale: 46, 'perpetual-usufruct': 16, lease: 18, 'in-kind-contribution': 10, partnership: 10 });
  const priced = status !== 'in-tender' && (form === 'sale' || form === 'perpetual-usufruct') && random.chance(0.72);
  const price = Math.round((areaM2 * random.between(...PRICE[area])) / 10_000) * 10_000;
  return { status, offer_form: form, price_pln: priced ? price : null, by_tender: !priced };
}

export function investmentSiteFeatures(lots: Lots, parcels: readonly Parcel[], zones: Zones): Feature[] {
  const [faces, text] = [byFace(parcels), nodeTexts(lots.map)];
  const numbers = new Map<string, number>();
  return PARTS.flatMap((part) => {
    const random = randomOf(`sites ${part.area}`);
    const zoneOf = ({ face, block }: Parcel) => zones.symbolAt(Number(block.split(' ')[1]), pointInside(lots.map.outline(face)));
    const candidates = parcels.filter((parcel) => part.parcelAreas.includes(parcel.area) && parcel.ground === 'land'
      && part.characters.includes(parcel.character.name)
      && OFFERED.has(parcel.registrationGroup) && parcel.registerAreaM2 > 1_800
      && (ECONOMIC.test(zoneOf(parcel) ?? '') || (part.area === 'other' && parcel.plans.length === 0)));
    const free = new Set(candidates);
    const features: Feature[] = [];
    for (const start of shuffled(candidates, random)) {
      if (features.length >= part.count) break;
      if (!free.has(start)) continue;
      const group = gather(lots, faces, start, free, random.between(5_000, 65_000), 6);
      const area = group.reduce((sum, { registerAreaM2 }) => sum + registerAreaM2, 0);
      if (area < 3_000) continue;
      const at = ringCentroid(lots.map.outline(start.face));
      const [place] = part.names.reduce((a, b) => (distance(fromLonLat([b[1], b[2]]), at) < distance(fromLonLat([a[1], a[2]]), at) ? b : a));
      const number = (numbers.get(place) ?? 0) + 1;
      numbers.set(place, number);
      const symbols = new Set(group.flatMap((parcel) => zoneOf(parcel) ?? []));
      const { road, rail } = access(at);
      features.push({
        properties: {
          key: `ti-${part.area}-${String(features.length + 1).padStart(2, '0')}`, name: `${place} ${number}`, strategic_area: part.area,
          ...offer(part.area, area, random),
          parcels: group.map(({ identifier }) => identifier), zone_symbols: [...symbols].sort(),
          utilities: UTILITIES.filter((utility, i) => i === 3 || random.chance(utility === 'ciepło sieciowe' ? 0.3 : 0.75)),
          power_kw: Math.max(100, Math.round((area / 10_000) * random.between(180, 900) / 50) * 50), road_access: road, rail_access: rail,
          contact: CONTACT,
        },
        geometry: areaGeometry(lots.map.dissolve(group.map(({ face }) => face)), text),
      });
    }
    return features;
  });
}
