/** Rows of an export as GeoJSON features: for GeoJSON itself, and for the layers and sheets that GDAL writes. */
import { sheetCell } from '../../gdal/sheet-cell.ts';
import type { FileLayer } from '../../gdal/writer-protocol.ts';
import type { Row } from './export.repository.ts';

/** One layer for each kind of geometry: what programs expect of a GeoPackage. */
export const LAYERS: readonly FileLayer[] = [
  { name: 'annotations_points', geometry: 'MULTIPOINT' }, { name: 'annotations_lines', geometry: 'MULTILINESTRING' },
  { name: 'annotations_areas', geometry: 'MULTIPOLYGON' }, { name: 'annotations_mixed', geometry: 'GEOMETRYCOLLECTION' },
];
export const SHEET: FileLayer = { name: 'annotations', geometry: 'NONE' };

const layerOf = (kind: string): FileLayer => LAYERS.find(({ geometry }) => geometry === kind || geometry === `MULTI${kind}`) ?? LAYERS[3]!;

/** What the table tells; residents are not told whose it is. */
function propertiesOf({ kind: _kind, geometry: _geometry, x: _x, y: _y, author, assignee, ...told }: Row, office: boolean): Record<string, string | number | null> {
  return { ...told, ...(office ? { author, assignee } : {}) };
}

/** A feature as text; `id` beside its properties. */
export function featureOf(row: Row, office: boolean): string {
  return `{"type":"Feature","id":${JSON.stringify(row.id)},"geometry":${row.geometry},"properties":${JSON.stringify(propertiesOf(row, office))}}`;
}

/** A row of a sheet: no geometry, but where it is; nothing a program would compute. */
function sheetRowOf(row: Row, office: boolean): string {
  const cells = Object.entries({ ...propertiesOf(row, office), x: row.x, y: row.y }).map(([name, value]) => [name, sheetCell(value)]);
  return `{"type":"Feature","geometry":null,"properties":${JSON.stringify(Object.fromEntries(cells))}}`;
}

/** The pieces of a file by layer. */
export async function* piecesOf(pages: AsyncIterable<readonly Row[]>, format: 'gpkg' | 'xlsx', office: boolean): AsyncGenerator<{ layer: string; text: string }> {
  for await (const page of pages) {
    if (format === 'xlsx') yield { layer: SHEET.name, text: page.map((row) => sheetRowOf(row, office)).join(',') };
    else {
      // GeoPackage numbers its rows itself; the id is a column.
      const layers = LAYERS.map((layer) => ({ layer: layer.name, rows: page.filter(({ kind }) => layerOf(kind) === layer) })).filter(({ rows }) => rows.length > 0);
      for (const { layer, rows } of layers) yield { layer, text: rows.map((row) => `{"type":"Feature","geometry":${row.geometry},"properties":${JSON.stringify(propertiesOf(row, office))}}`).join(',') };
    }
  }
}
