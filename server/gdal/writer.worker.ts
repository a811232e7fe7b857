/** Writes one GeoPackage, XLSX or DXF file with GDAL from features that come in pieces. */
import { parentPort } from 'node:worker_threads';
import { openGdal } from './gdal.ts';
import type { FileLayer, FromWriter, ToWriter } from './writer-protocol.ts';

const port = parentPort!;
const say = (message: FromWriter, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
const texts = new Map<string, string[]>();
let job: Extract<ToWriter, { kind: 'begin' }> | undefined;

const DRIVERS = { gpkg: 'GPKG', xlsx: 'XLSX', dxf: 'DXF' } as const;

async function write({ format, srid, layers }: NonNullable<typeof job>): Promise<Uint8Array<ArrayBuffer>> {
  const gdal = await openGdal();
  const output = `/output/file.${format}`;
  let begun = false;
  for (const layer of layers) {
    const features = texts.get(layer.name);
    if (!features) continue;
    texts.delete(layer.name);
    const input = `/input/${layer.name}.geojson`;
    gdal.files.writeFile(input, `{"type":"FeatureCollection","features":[${features.join(',')}]}`);
    // A text that looks like a day or a moment stays a text.
    const dataset = gdal.open(input, ['GeoJSON'], ['DATE_AS_STRING=YES']);
    gdal.translate(dataset, output, ['-f', DRIVERS[format], ...(begun ? ['-update', '-append'] : []), ...optionsOf(layer, srid)]);
    gdal.close(dataset);
    gdal.files.unlink(input);
    begun = true;
  }
  return new Uint8Array(gdal.files.readFile(output));
}

function optionsOf({ name, geometry }: FileLayer, srid: number): string[] {
  if (geometry === 'DRAWING') return [];
  if (geometry === 'NONE') return ['-nln', name, '-nlt', 'NONE'];
  return ['-nln', name, '-nlt', geometry, ...(geometry === 'GEOMETRYCOLLECTION' ? [] : ['-nlt', 'PROMOTE_TO_MULTI']), '-a_srs', `EPSG:${srid}`, '-lco', 'GEOMETRY_NAME=geom'];
}

port.on('message', (message: ToWriter) => {
  if (message.kind === 'begin') job = message;
  else if (message.kind === 'features') texts.set(message.layer, [...(texts.get(message.layer) ?? []), message.text]);
  else if (job) {
    write(job).then((bytes) => { say({ bytes }, [bytes.buffer]); }, (error: unknown) => { say({ fault: error instanceof Error ? error.message : String(error) }); });
  }
});
