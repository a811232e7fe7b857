/** Kraków's coordinate systems without a library: PL-2000 zone 7 (EPSG:2178), PL-1992 (EPSG:2180) and Web Mercator (EPSG:3857). */

/** A pair [x, y]: longitude and latitude in degrees, or easting and northing in metres. The official axis order of PL-* is the reverse. */
export type Pair = readonly [number, number];

// GRS80. ETRS89 and WGS 84 are taken as one, as for every map purpose (they differ by less than a metre).
const SEMI_MAJOR_M = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
const N = FLATTENING / (2 - FLATTENING);
const RECTIFYING_RADIUS_M = (SEMI_MAJOR_M / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const RADIANS = Math.PI / 180;

// Krüger's series in the third flattening n, to the fourth order: below a millimetre within 4° of the central meridian.
const FORWARD = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
] as const;
const INVERSE = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161280,
] as const;

interface TransverseMercator {
  readonly centralMeridian: number;
  readonly scale: number;
  readonly falseEasting: number;
  readonly falseNorthing: number;
}

const PL_2000_ZONE_7: TransverseMercator = { centralMeridian: 21, scale: 0.999923, falseEasting: 7_500_000, falseNorthing: 0 };
const PL_1992: TransverseMercator = { centralMeridian: 19, scale: 0.9993, falseEasting: 500_000, falseNorthing: -5_300_000 };

function project([lon, lat]: Pair, system: TransverseMercator): [number, number] {
  const sinLat = Math.sin(lat * RADIANS);
  const t = Math.sinh(Math.atanh(sinLat) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sinLat));
  const dLon = (lon - system.centralMeridian) * RADIANS;
  const xi = Math.atan2(t, Math.cos(dLon));
  const eta = Math.atanh(Math.sin(dLon) / Math.sqrt(1 + t * t));
  let x = eta;
  let y = xi;
  FORWARD.forEach((coefficient, index) => {
    const k = 2 * (index + 1);
    x += coefficient * Math.cos(k * xi) * Math.sinh(k * eta);
    y += coefficient * Math.sin(k * xi) * Math.cosh(k * eta);
  });
  const metres = system.scale * RECTIFYING_RADIUS_M;
  return [system.falseEasting + metres * x, system.falseNorthing + metres * y];
}

/** Latitude whose conformal latitude has the given tangent; three Newton steps are exact to the last bits (Karney 2011). */
function latitudeOf(conformalTangent: number): number {
  let tau = conformalTangent;
  for (let step = 0; step < 3; step++) {
    const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tau) / Math.sqrt(1 + tau * tau)));
    const reached = tau * Math.sqrt(1 + sigma * sigma) - sigma * Math.sqrt(1 + tau * tau);
    tau += ((conformalTangent - reached) / Math.sqrt(1 + reached * reached)) * ((1 + (1 - ECCENTRICITY ** 2) * tau * tau)
      / ((1 - ECCENTRICITY ** 2) * Math.sqrt(1 + tau * tau)));
  }
  return Math.atan(tau);
}

function unproject([easting, northing]: Pair, system: TransverseMercator): [number, number] {
  const metres = system.scale * RECTIFYING_RADIUS_M;
  const x = (easting - system.falseEasting) / metres;
  const y = (northing - system.falseNorthing) / metres;
  let xi = y;
  let eta = x;
  INVERSE.forEach((coefficient, index) => {
    const k = 2 * (index + 1);
    xi -= coefficient * Math.sin(k * y) * Math.cosh(k * x);
    eta -= coefficient * Math.cos(k * y) * Math.sinh(k * x);
  });
  const tangent = Math.sin(xi) / Math.sqrt(Math.sinh(eta) ** 2 + Math.cos(xi) ** 2);
  return [system.centralMeridian + Math.atan2(Math.sinh(eta), Math.cos(xi)) / RADIANS, latitudeOf(tangent) / RADIANS];
}

/** [longitude, latitude] in degrees → [easting, northing] in metres, EPSG:2178. */
export const toPl2000 = (lonLat: Pair): [number, number] => project(lonLat, PL_2000_ZONE_7);
/** [easting, northing] in metres, EPSG:2178 → [longitude, latitude] in degrees. */
export const fromPl2000 = (eastingNorthing: Pair): [number, number] => unproject(eastingNorthing, PL_2000_ZONE_7);
/** [longitude, latitude] in degrees → [easting, northing] in metres, EPSG:2180. */
export const toPl1992 = (lonLat: Pair): [number, number] => project(lonLat, PL_1992);
/** [easting, northing] in metres, EPSG:2180 → [longitude, latitude] in degrees. */
export const fromPl1992 = (eastingNorthing: Pair): [number, number] => unproject(eastingNorthing, PL_1992);

/** [longitude, latitude] in degrees → [x, y] in metres, EPSG:3857 (display only: areas at Kraków are 2.43 times too large). */
export const toMercator = ([lon, lat]: Pair): [number, number] =>
  [SEMI_MAJOR_M * lon * RADIANS, SEMI_MAJOR_M * Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2))];
/** [x, y] in metres, EPSG:3857 → [longitude, latitude] in degrees. */
export const fromMercator = ([x, y]: Pair): [number, number] =>
  [x / SEMI_MAJOR_M / RADIANS, (2 * Math.atan(Math.exp(y / SEMI_MAJOR_M)) - Math.PI / 2) / RADIANS];
