/** Land as the contents of files: tables, features, drawings. */
import type { CoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import type { Language } from '../../../domain/text/language.ts';
import { LONGEST_CELL, sheetCell } from '../../gdal/sheet-cell.ts';
import type { FileLayer } from '../../gdal/writer-protocol.ts';
import { csv, wellKnownText } from '../../registers/csv.ts';
import { COLUMNS, headingOf, plainOf, wordOf } from './columns.ts';
import { type Land, nameOf, type Row } from './land-export.repository.ts';
import { aboutColumns, aboutFile, DRAWN, type Said, TOO_LONG } from './texts.ts';

export interface Written extends Land {
  readonly system: CoordinateSystem;
  readonly lang: Language;
  /** As understood; null: land was named. */
  readonly filter: string | null;
}
export interface Content { readonly layers: readonly FileLayer[]; readonly pieces: readonly { readonly layer: string; readonly text: string }[] }

const feature = (geometry: unknown, properties: Readonly<Record<string, unknown>>): string => JSON.stringify({ type: 'Feature', geometry, properties });
const table = (said: readonly Said[], make: (value: string) => string): string => said.map(({ name, text }) => feature(null, { name: make(name), text: make(text) })).join(',');
const propertiesOf = (row: Row): Record<string, unknown> => Object.fromEntries(COLUMNS.map(({ name }) => [name, plainOf(row[name])]));
const wktHeading = (system: CoordinateSystem): string => `WKT ${nameOf(system)} (${system.geographic ? 'lon lat' : 'E N'})`;

/** Headings and words for people, the geometry as well-known text. */
export const asCsv = ({ rows, system, lang }: Written): string =>
  csv([...COLUMNS.map((field) => headingOf(field, lang)), wktHeading(system)], rows.map((row) => [...COLUMNS.map((field) => wordOf(field, row[field.name], lang)), wellKnownText(row.geometry)]));

export function asGeoJson(written: Written): string {
  const { rows, system, filter, lang } = written;
  // RFC 7946 knows degrees alone; programs that read other systems know this member of its forerunner.
  const crs = system.srid === 4326 ? {} : { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${system.srid}` } } };
  const about = { about: aboutFile(written, system, filter, lang), columns: aboutColumns(lang) };
  const features = rows.map((row) => JSON.stringify({ type: 'Feature', id: row.key, geometry: row.geometry, properties: propertiesOf(row) }));
  return `${JSON.stringify({ type: 'FeatureCollection', ...crs, ...about }).slice(0, -1)},"features":[${features.join(',\n')}]}`;
}

/** A layer for each kind, and a table that says what is in them. */
export function asGeoPackage(written: Written): Content {
  const { rows, system, filter, lang } = written;
  const kinds = (['site', 'parcel'] as const).map((kind) => ({ name: kind === 'site' ? 'sites' : 'parcels', rows: rows.filter((row) => row.kind === kind) })).filter((one) => one.rows.length > 0);
  return {
    layers: [...kinds.map(({ name }): FileLayer => ({ name, geometry: 'MULTIPOLYGON' })), { name: 'about', geometry: 'NONE' }],
    pieces: [
      ...kinds.map((one) => ({ layer: one.name, text: one.rows.map((row) => feature(row.geometry, propertiesOf(row))).join(',') })),
      { layer: 'about', text: table([...aboutFile(written, system, filter, lang), ...aboutColumns(lang)], (value) => value) },
    ],
  };
}

/** A sheet of the land and one that says what it is; nothing a program would compute. */
export function asSheets(written: Written): Content {
  const { rows, system, filter, lang } = written;
  const [land, about] = lang === 'pl' ? ['tereny', 'opis'] : ['land', 'about'];
  const wkt = ({ geometry }: Row): string => { const text = wellKnownText(geometry); return text.length > LONGEST_CELL ? TOO_LONG[lang] : text; };
  const cells = (row: Row) => [...COLUMNS.map((field) => [headingOf(field, lang), sheetCell(wordOf(field, row[field.name], lang))]), [wktHeading(system), wkt(row)]];
  return {
    layers: [{ name: land!, geometry: 'NONE' }, { name: about!, geometry: 'NONE' }],
    pieces: [{ layer: land!, text: rows.map((row) => feature(null, Object.fromEntries(cells(row)))).join(',') }, { layer: about!, text: table(aboutFile(written, system, filter, lang), sheetCell) }],
  };
}

/** What a program for drawings would take for orders of its own. */
// oxlint-disable-next-line no-control-regex
const drawnText = (text: string): string => text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, ' ').replaceAll('"', "'").replaceAll('\\', '/').replaceAll('{', '(').replaceAll('}', ')').replaceAll('%%', '%').replaceAll('^', ' ').slice(0, 250);

/** Borders as closed lines, the key on each piece, and below all of it what it is: a drawing names no coordinate system itself. */
export function asDrawing(written: Written): Content {
  const { rows, system, filter, lang } = written;
  const layers = DRAWN[lang];
  const size = system.geographic ? 0.00003 : 2;
  const label = (layer: string, [x, y]: readonly [number, number], text: string, corner: number): string => feature({ type: 'Point', coordinates: [x, y] }, { Layer: layer, OGR_STYLE: `LABEL(f:"Arial",t:"${drawnText(text)}",s:${size}g,p:${corner})` });
  const rings = ({ geometry }: Row): readonly (readonly (readonly number[])[])[] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat());
  const positions = rows.flatMap((row) => rings(row).flat());
  const [west, south] = [positions.reduce((least, [x]) => Math.min(least, x!), Infinity), positions.reduce((least, [, y]) => Math.min(least, y!), Infinity)];
  const about = aboutFile(written, system, filter, lang).map(({ name, text }, line) => label(layers.about, [west, south - size * 2 * (line + 2)], `${name}: ${text}`, 7));
  const text = [
    ...rows.flatMap((row) => rings(row).map((ring) => feature({ type: 'LineString', coordinates: ring }, { Layer: layers[row.kind], OGR_STYLE: null }))),
    ...rows.map((row) => label(layers.label, row.place, row.key, 5)), ...about,
  ].join(',');
  return { layers: [{ name: 'drawing', geometry: 'DRAWING' }], pieces: [{ layer: 'drawing', text }] };
}
