/** Links never break: words and parameters that addresses once had, or that people and other portals write, and what they are called now. */
import { romanDistrict } from './geo/district-number.ts';
import { parseParcelIdentifier, printParcelIdentifier } from './geo/parcel-identifier.ts';
import { parseParcelQuery } from './geo/parcel-query.ts';
import { layerOfWord, objectPath, PATH_WORDS } from './paths.ts';

type Table = Readonly<Record<string, string>>;

/** First words of paths → the layer. A line is never taken out. */
const LAYER_OF: Table = {
  ...PATH_WORDS, parcel: 'parcels', parcels: 'parcels', dzialki: 'parcels', działka: 'parcels', działki: 'parcels', plans: 'plans', plany: 'plans', mpzp: 'plans',
  zone: 'zones', zones: 'zones', district: 'districts', districts: 'districts', dzielnice: 'districts',
};
const OBJECT_WORDS: Table = { object: 'obiekt', objekt: 'obiekt', objects: 'obiekty' };

/** Parameters → their names of today. */
const PARAMETERS: Table = {
  language: 'lang', jezyk: 'lang', język: 'lang', locale: 'lang', date: 'day', datetime: 'day', dzien: 'day', dzień: 'day', warstwy: 'layers', motyw: 'theme', query: 'q', search: 'q', szukaj: 'q',
  basemap: 'background', podklad: 'background', podkład: 'background', role: 'door', rola: 'door', filter: 'filters',
};
/** Of the start page: parameters that name an object → its layer (`identifyParcel` is Geoportal's). */
const OBJECT_PARAMETERS: Table = {
  id: 'parcels', identifier: 'parcels', identyfikator: 'parcels', identifyparcel: 'parcels', parcel: 'parcels', dzialka: 'parcels', działka: 'parcels', plan: 'plans', mpzp: 'plans', district: 'districts', dzielnica: 'districts',
};
const VALUES: Readonly<Record<string, Table>> = { door: { mieszkaniec: 'resident', planista: 'planner', urbanista: 'planner', inwestor: 'investor' } };

const own = (table: Table, name: string): string | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);
const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** The key an object has now: `S-1 580/4` → `126105_9.0001.580/4`, `8` → `VIII`; null: not to be said without searching. */
function presentKey(layer: string, written: string): string | null {
  const key = written.trim();
  if (layer === 'districts') return romanDistrict(key) ?? key;
  if (layer !== 'parcels' || parseParcelIdentifier(key)) return key;
  const meant = parseParcelQuery(key);
  if (!meant) return key;
  return meant.unitId !== null && meant.district !== null && meant.number !== null
    ? printParcelIdentifier({ unitId: meant.unitId, district: meant.district, sheet: meant.sheet, number: meant.number }) : null;
}

interface Address { readonly path: string; readonly query: readonly string[] }

/** A parcel that cannot be told from its number alone is looked for. */
function addressOf(layer: string, key: string): Address {
  const present = presentKey(layer, key);
  return present === null ? { path: '/', query: [`q=${encodeURIComponent(key)}`] } : { path: objectPath(layer, present), query: [] };
}

/** The path of today; null when the path is nobody's. */
function presentPath(path: string): Address | null {
  if (path === '/') return { path, query: [] };
  const [, first = '', ...rest] = path.split('/');
  const word = decodeURIComponent(first).toLowerCase();
  const segments = rest.map(decodeURIComponent);
  if (segments.some((one) => one === '.' || one === '..')) return null;
  const objects = own(OBJECT_WORDS, word);
  if (objects === 'obiekty') return { path: `/obiekty/${rest.join('/')}`, query: [] };
  if (word === 'obiekt' || word === 'obiekty') return { path, query: [] };
  const layer = objects ? segments.shift() ?? '' : layerOfWord(word === 'tereny' ? 'teren' : word, segments.join('/')) ?? own(LAYER_OF, word);
  const key = segments.join('/').replace(/\/+$/, '');
  if (layer === undefined || !/^[a-z][a-z0-9-]{0,49}$/.test(layer) || key === '' || key.length > 200) return null;
  // Zones had that word once; the client understands it for ever.
  if (first === 'teren' && layer === 'zones') return { path, query: [] };
  const address = addressOf(layer, key);
  // An address of today stays as it is written, escapes and all.
  return decodeURIComponent(address.path) === `/${first}/${segments.join('/')}` ? { ...address, path } : address;
}

const CAMERA: Table = { lat: 'lat', latitude: 'lat', lon: 'lon', lng: 'lon', longitude: 'lon', zoom: 'zoom', z: 'zoom', center: 'center' };

/** `#15/50.06/19.94` of what the query said about the camera; nothing when it said no place. */
function printCamera({ lat, lon, zoom = '16', center }: Readonly<Record<string, string>>): string {
  const [latitude = '', longitude = ''] = center?.split(',') ?? [lat, lon];
  const numbers = [zoom, latitude, longitude].map((text) => (/^\d{1,2}(?:\.\d{1,12})?$/.test(text) ? Number(text) : NaN));
  return numbers.every(Number.isFinite) ? `#${numbers.join('/')}` : '';
}

/**
 * Where an old address is now: path, query and, when the query held a camera, hash; null when it is an address of today, or nobody's.
 * @example presentAddress('/parcel/S-1%20580/4', '?language=en') // '/dzialka/126105_9.0001.580/4?lang=en'
 */
export function presentAddress(path: string, search: string): string | null {
  try {
    const address = presentPath(path);
    if (!address) return null;
    let { path: present } = address;
    const query: string[] = [];
    const camera: Record<string, string> = {};
    const pairs = search.replace(/^\?/, '').split('&').filter(Boolean).map((raw) => {
      const [name = '', ...value] = raw.split('=');
      return { raw, name: decoded(name).toLowerCase(), value: value.join('=') };
    });
    for (const { raw, name, value } of pairs) {
      const layer = path === '/' && present === '/' ? own(OBJECT_PARAMETERS, name) : undefined;
      const part = own(CAMERA, name);
      const today = own(PARAMETERS, name) ?? name;
      const word = own(VALUES[today] ?? {}, decoded(value));
      if (layer !== undefined && decoded(value).trim() !== '') {
        const named = addressOf(layer, decoded(value));
        present = named.path;
        query.push(...named.query);
      } else if (part !== undefined) camera[part] = decoded(value);
      else if (today === name && word === undefined) query.push(raw);
      else if (today === name || !pairs.some((one) => one.name === today)) query.push(`${today}=${word ?? value}`);
    }
    const hash = printCamera(camera);
    const all = [...address.query, ...query];
    const written = present + (all.length > 0 ? `?${all.join('&')}` : '');
    const before = path + (pairs.length > 0 ? `?${pairs.map(({ raw }) => raw).join('&')}` : '');
    return written + hash === before ? null : written + hash;
  } catch {
    return null;
  }
}
