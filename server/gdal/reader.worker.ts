/** Reads one file after another with GDAL: transforms to EPSG:2178, gates, checks and repairs each geometry, hands rows of EWKB back. */
import { parentPort } from 'node:worker_threads';
import { type Gdal, type SourceLayer, openGdal } from './gdal.ts';
import { type Geometry, countPositions, eachPosition, toStored } from './geometry.ts';
import { LIMITS } from './limits.ts';
import { prepare, settle } from './prepare.ts';
import type { FromWorker, ReadFeature, ReadJob } from './reader-protocol.ts';

const BATCH = 2_000;
const OUTPUT = '/output/read.geojson';
const port = parentPort!;
const say = (message: FromWorker) => port.postMessage(message);

const gdal = await openGdal();
port.on('message', (job: ReadJob) => {
  try { read(job); say({ type: 'done' }); } catch (error) { say({ type: 'fault', message: error instanceof Error ? error.message : String(error) }); }
});
say({ type: 'ready' });

function read(job: ReadJob): void {
  const folder = '/input/source';
  removeFolder(gdal, folder);
  gdal.files.mkdir(folder);
  for (const part of job.source.parts) gdal.files.writeFile(`${folder}/${part.name}`, part.bytes);
  const dataset = gdal.open(`${folder}/${job.source.parts[0]!.name}`, [job.source.driver], job.source.openOptions);
  const warnings = gdal.warnings();
  const layer = chooseLayer(gdal.layers(dataset), job.sourceLayer);
  const most = job.maxFeatures ?? LIMITS.features;
  if (layer.count > most) throw new Error(`The layer "${layer.name}" has ${layer.count} features; at most ${most} are read at once`);
  const crs = job.crs ?? layer.crs;
  if (!crs) throw new Error('The file does not say in which coordinate system it is; name it with --crs, e.g. --crs EPSG:2180');
  gdal.toGeoJson(dataset, OUTPUT, [layer.name]);
  gdal.close(dataset);
  removeFolder(gdal, folder);
  const text = gdal.files.readFile(OUTPUT);
  gdal.files.unlink(OUTPUT);
  const lines = featureLines(text, job.source.encoding);

  const prepared = prepare(gdal, crs, lines.slice(0, 500).map((line) => parse(line)?.geometry ?? null));
  say({ type: 'facts', facts: { count: lines.length, crs: job.crs ?? layer.crsName ?? 'unnamed', axesSwapped: prepared.axesSwapped, warnings } });
  const skip = new Set(job.skip);
  for (let start = 0; start < lines.length; start += BATCH) {
    say({ type: 'features', features: readBatch(job, prepared, lines.slice(start, start + BATCH), start + 1, skip) });
  }
}

function readBatch(job: ReadJob, { transform, toDegrees }: ReturnType<typeof prepare>, lines: string[], firstNumber: number, skip: ReadonlySet<number>): ReadFeature[] {
  const parsed = lines.map(parse);
  transform(parsed.flatMap((feature) => (feature?.geometry && countPositions(feature.geometry) <= LIMITS.vertices ? [feature.geometry] : [])));
  const drafts = parsed.map((feature, index) => ({
    number: firstNumber + index,
    properties: feature?.properties ?? {},
    original: feature ? feature.geometry : undefined,
    stored: feature?.geometry ? toStored(feature.geometry, job.kind) : null,
  }));
  return settle(gdal, drafts, job.kind, { toDegrees, skip, repairing: (number) => say({ type: 'repairing', number }) });
}

function chooseLayer(layers: readonly SourceLayer[], wanted: string | undefined): SourceLayer {
  const names = layers.map((layer) => `"${layer.name}"`).join(', ');
  if (wanted !== undefined) {
    const found = layers.find((layer) => layer.name === wanted);
    if (!found) throw new Error(`The file has no layer "${wanted}"; it has ${names}`);
    return found;
  }
  const filled = layers.filter((layer) => layer.count !== 0);
  if (filled.length === 1) return filled[0]!;
  if (layers.length === 0 || filled.length === 0) throw new Error('The file holds no features');
  throw new Error(`The file has several layers (${names}); choose one with --source-layer`);
}

/** GDAL writes one feature a line; decoding line by line keeps clear of the longest string V8 allows. */
function featureLines(text: Uint8Array, encoding: string): string[] {
  const whole = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  const lines: string[] = [];
  for (let from = 0; from < whole.length;) {
    const end = whole.indexOf(10, from);
    const to = end < 0 ? whole.length : end;
    const line = decoder ? decoder.decode(whole.subarray(from, to)) : whole.toString('utf8', from, to);
    if (line.startsWith('{ "type": "Feature",')) lines.push(line.endsWith(',') ? line.slice(0, -1) : line);
    from = to + 1;
  }
  return lines;
}

/** Null when GDAL wrote something that is not JSON: a coordinate that is not a number. */
function parse(line: string): { properties: Record<string, unknown>; geometry: Geometry | null } | null {
  try {
    const feature = JSON.parse(line) as { properties: Record<string, unknown>; geometry: Geometry | null };
    eachPosition(feature.geometry?.coordinates, ([x, y]) => { if (typeof x !== 'number' || typeof y !== 'number') throw new Error('not a number'); });
    return feature;
  } catch { return null; }
}

function removeFolder({ files }: Gdal, folder: string): void {
  try {
    for (const name of files.readdir(folder)) if (name !== '.' && name !== '..') files.unlink(`${folder}/${name}`);
    files.rmdir(folder);
  } catch { /* It is not there yet. */ }
}
