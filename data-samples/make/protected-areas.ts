/** Monuments, cultural parks and nature under protection: outlines placed by hand, clipped to the city. */
import type { City } from './city.ts';
import { blob, smoothedRing } from './curves.ts';
import type { Feature } from './geojson.ts';
import { uniqueKeys } from './keys.ts';
import { PLANTY_OUTER } from './old-town.ts';
import { overlay, type Outlines } from './overlay.ts';
import { between, fromLonLat, ringCentroid, type Point, type Ring } from './plane.ts';
import protectedAreas from './protected-areas.json' with { type: 'json' };
import { randomOf } from './random.ts';

type Theme = 'heritage' | 'cultural-parks' | 'nature-protection';

interface Rule { readonly basis: string; readonly authority: string; readonly roughness: number }

const MONUMENTS = 'Małopolski Wojewódzki Konserwator Zabytków';
const ABOUT_MONUMENTS = 'Ustawa o ochronie zabytków i opiece nad zabytkami';
const ABOUT_NATURE = 'Ustawa o ochronie przyrody';

/** What each kind rests on and who answers for it. */
const RULES: Readonly<Record<Theme, Readonly<Record<string, Rule>>>> = {
  heritage: {
    'register-area': { basis: `${ABOUT_MONUMENTS}, art. 7 pkt 1 i art. 9 (rejestr zabytków)`, authority: MONUMENTS, roughness: 0.14 },
    'municipal-inventory': { basis: `${ABOUT_MONUMENTS}, art. 22 ust. 4 (gminna ewidencja zabytków)`, authority: 'Miejski Konserwator Zabytków w Krakowie', roughness: 0.14 },
    archaeological: { basis: `${ABOUT_MONUMENTS}, art. 31 (badania archeologiczne)`, authority: MONUMENTS, roughness: 0.2 },
  },
  'cultural-parks': {
    'in-force': { basis: `${ABOUT_MONUMENTS}, art. 16 (park kulturowy)`, authority: 'Rada Miasta Krakowa', roughness: 0.12 },
    'in-preparation': { basis: `${ABOUT_MONUMENTS}, art. 16 (park kulturowy), projekt`, authority: 'Rada Miasta Krakowa', roughness: 0.12 },
  },
  'nature-protection': {
    'landscape-park': { basis: `${ABOUT_NATURE}, art. 16 (park krajobrazowy)`, authority: 'Zespół Parków Krajobrazowych Województwa Małopolskiego', roughness: 0.16 },
    'nature-reserve': { basis: `${ABOUT_NATURE}, art. 13 (rezerwat przyrody)`, authority: 'Regionalny Dyrektor Ochrony Środowiska w Krakowie', roughness: 0.2 },
    'natura-2000': { basis: `${ABOUT_NATURE}, art. 25 (obszar Natura 2000)`, authority: 'Regionalny Dyrektor Ochrony Środowiska w Krakowie', roughness: 0.22 },
    'ecological-site': { basis: `${ABOUT_NATURE}, art. 42 (użytek ekologiczny)`, authority: 'Rada Miasta Krakowa', roughness: 0.22 },
  },
};

interface Place {
  readonly kind: string;
  readonly name: string;
  /** `lon, lat, hectares, how far drawn out, direction in radians from east` of each part. */
  readonly parts?: number[][];
  /** Corners, longitude latitude. */
  readonly outline?: number[][];
  /** An outline of the model: the Planty, grown by a factor; a green of this name. */
  readonly planty?: number;
  readonly green?: string;
  readonly basis?: string;
  readonly since?: string;
  readonly from?: string;
  readonly note?: string;
}

const pair = ([lon, lat]: readonly number[]): Point => fromLonLat([lon!, lat!]);

function grown(ring: Ring, factor: number): Ring {
  const middle = ringCentroid(ring);
  return ring.map((p) => between(middle, p, factor));
}

/** The outlines of a place; where they overlap, the places of `overlay` count any of them. */
function outlinesOf(place: Place, roughness: number, { greens }: City): Outlines {
  const blobs = (place.parts ?? []).map(([lon, lat, hectares, aspect, angle], i) => (
    smoothedRing(blob(randomOf(`protected ${place.name} ${i}`), fromLonLat([lon!, lat!]), hectares! * 10_000, aspect!, angle!, roughness), 60)
  ));
  const green = greens.find(({ name }) => name === place.green)?.outline;
  if (place.green && !green) throw new Error(`${place.name}: there is no green "${place.green}"`);
  return [
    ...blobs, ...(place.outline ? [smoothedRing(place.outline.map(pair), 180)] : []), ...(place.planty ? [grown(PLANTY_OUTER, place.planty)] : []),
    ...(green ? [green] : []),
  ];
}

export function protectedFeatures(city: City, theme: Theme): Feature[] {
  const key = uniqueKeys();
  const places: readonly Place[] = protectedAreas[theme];
  return places.map((place): Feature => {
    const rule = RULES[theme][place.kind];
    if (!rule) throw new Error(`${place.name}: ${theme} has no kind "${place.kind}"`);
    const parts = outlinesOf(place, rule.roughness, city);
    const shape = overlay(city.borders, Object.fromEntries(parts.map((ring, i) => [String(i), [ring]]))).geometry(({ within }) => within.size > 0);
    if (!shape) throw new Error(`${place.name} lies outside the city`);
    return {
      properties: {
        key: key(place.name), name: place.name, kind: place.kind, basis: place.basis ?? rule.basis, authority: rule.authority,
        since: place.since ?? null, note: place.note ?? null, valid_from: place.from ?? place.since ?? null,
      },
      geometry: shape,
    };
  });
}

