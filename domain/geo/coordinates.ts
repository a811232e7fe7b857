/** Reading of coordinates as people write them: WGS 84 in degrees or DMS, PL-2000 zone 7, PL-1992; in either order of axes. */
import { fromPl1992, fromPl2000, type Pair, toPl1992, toPl2000 } from './crs.ts';
import { GATE_BBOX } from './krakow.ts';

export type ReadSystem = 'EPSG:4326' | 'EPSG:2178' | 'EPSG:2180';

export interface ReadCoordinates {
  readonly system: ReadSystem;
  /** `north-first`: latitude or northing was written first (the official order); `east-first`: the order of most computer programs. */
  readonly order: 'north-first' | 'east-first';
  /** Longitude and latitude, degrees. */
  readonly lonLat: Pair;
  /** Whether the place lies in Kraków or within about 5 km of it. */
  readonly near: boolean;
}

/**
 * Where the figures of each system lie for all of Poland's south and a wide margin. The ranges of the two axes do not meet in any system, so
 * figures alone tell which system and which order it is (DOMAIN §2): a PL-2000 easting begins with the zone's 7, a northing with 5.
 */
const RANGES: readonly { readonly system: ReadSystem; readonly north: Pair; readonly east: Pair; readonly lonLat: (eastNorth: Pair) => Pair }[] = [
  { system: 'EPSG:4326', north: [48, 55.5], east: [13.5, 24.8], lonLat: (pair) => pair },
  { system: 'EPSG:2178', north: [5_300_000, 6_100_000], east: [7_000_000, 7_999_999], lonLat: fromPl2000 },
  { system: 'EPSG:2180', north: [100_000, 400_000], east: [400_001, 900_000], lonLat: fromPl1992 },
];

const within = (value: number, [low, high]: Pair): boolean => value >= low && value <= high;

const isNear = ([lon, lat]: Pair): boolean => lon >= GATE_BBOX[0] && lon <= GATE_BBOX[2] && lat >= GATE_BBOX[1] && lat <= GATE_BBOX[3];

function understood(first: number, second: number): ReadCoordinates | null {
  for (const { system, north, east, lonLat } of RANGES) {
    for (const order of ['north-first', 'east-first'] as const) {
      const [n, e] = order === 'north-first' ? [first, second] : [second, first];
      if (!within(n, north) || !within(e, east)) continue;
      const place = lonLat([e, n]);
      return { system, order, lonLat: place, near: isNear(place) };
    }
  }
  return null;
}

/** Degrees, minutes and seconds, with a letter of the compass before or after: `50°03′41″N`, `N 50 3 41`, `19° 56.28' E`. */
const SEXAGESIMAL = /([NSEW])?\s*(\d{1,3})\s*[°ºd]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’m]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”s]|''|′′|’’)\s*)?([NSEW])?/gi;

function sexagesimal(text: string): ReadCoordinates | null {
  const parts = [...text.matchAll(SEXAGESIMAL)];
  if (parts.length !== 2 || text.replaceAll(SEXAGESIMAL, '').replace(/[\s,;]/g, '') !== '') return null;
  const read = parts.map(([, before, degrees, minutes = '0', seconds = '0', after]) => {
    const letter = (before ?? after ?? '').toUpperCase();
    const [m, s] = [Number(minutes), Number(seconds)];
    return { letter, value: m < 60 && s < 60 ? Number(degrees) + m / 60 + s / 3600 : Number.NaN };
  });
  const [one, other] = [read[0]!, read[1]!];
  return lettered(one.value, one.letter, other.value, other.letter);
}

/** Letters, where there are any, must fit what the figures say. */
function lettered(first: number, firstLetter: string, second: number, secondLetter: string): ReadCoordinates | null {
  const found = understood(first, second);
  const expected = found?.order === 'north-first' ? ['N', 'E'] : ['E', 'N'];
  const fits = [firstLetter, secondLetter].every((letter, at) => letter === '' || letter === expected[at]);
  return fits ? found : null;
}

/** `x=`, `Y:`, `lat`, `N`, `EPSG:2178` and units around the figures say nothing that the figures do not say themselves. */
const WORDS = /\b(?:epsg:?\s?(?:4326|2178|2180)|wgs\s?-?84|pl-?(?:2000|1992)|srid=\d+|point|lat(?:itude)?|lon(?:gitude)?|lng|[xy])\b\s*[=:]?|[()°º=:]|(?<=\d)\s*m\b/gi;

/**
 * The figures of a text. A comma is a decimal sign where the axes are parted by something else (`50,0617 19,9373`); spaces and dots may
 * part thousands in metres (`5 547 788,4 7 423 966,7`).
 */
function figures(text: string): readonly number[] | null {
  const shape = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const plain = /^(\d+(?:\.\d+)?)(?: ?[,;/] ?| )(\d+(?:\.\d+)?)$/.exec(shape);
  if (plain) return [Number(plain[1]), Number(plain[2])];
  const commas = /^(\d+(?:,\d+)?)(?: ?; ?| ?\/ ?|, | )(\d+(?:,\d+)?)$/.exec(shape);
  if (commas) return [commas[1]!, commas[2]!].map((part) => Number(part.replace(',', '.')));
  const grouped = /^(\d{1,3}(?: \d{3}){1,2}(?:[.,]\d+)?)(?: ?[,;/·] ?| )(\d{1,3}(?: \d{3}){1,2}(?:[.,]\d+)?)$/.exec(shape);
  return grouped ? [grouped[1]!, grouped[2]!].map((part) => Number(part.replaceAll(' ', '').replace(',', '.'))) : null;
}

/** Reads coordinates; null when the text is none or lies in none of the three systems. Says which system and order it understood. */
export function parseCoordinates(text: string): ReadCoordinates | null {
  if (text.length > 100 || !/\d/.test(text)) return null;
  const degrees = sexagesimal(text.trim());
  if (degrees) return degrees;
  const letters: string[] = [];
  const bare = text.replace(WORDS, ' ').replace(/\b([NE])\b|(?<=\d)\s?([NE])\b|\b([NE])\s?(?=\d)/gi, (...found) => {
    letters.push(String(found[1] ?? found[2] ?? found[3]).toUpperCase());
    return ' ';
  });
  const pair = figures(bare.replace(/^[\s,;]+|[\s,;]+$/g, '').replace(/[·]/g, ';'));
  if (!pair || letters.length > 2) return null;
  return lettered(pair[0]!, letters.length === 2 ? letters[0]! : '', pair[1]!, letters.length === 2 ? letters[1]! : '');
}

/** The three systems, as coordinates are shown. */
export const READ_SYSTEMS: readonly ReadSystem[] = ['EPSG:4326', 'EPSG:2178', 'EPSG:2180'];

/** Northing (or latitude) first, the official order: degrees with 6 decimals, metres with 2. `parseCoordinates` reads it back. */
export function printCoordinates(system: ReadSystem, lonLat: Pair): string {
  if (system === 'EPSG:4326') return `${lonLat[1].toFixed(6)} ${lonLat[0].toFixed(6)}`;
  const [east, north] = system === 'EPSG:2178' ? toPl2000(lonLat) : toPl1992(lonLat);
  return `${north.toFixed(2)} ${east.toFixed(2)}`;
}
