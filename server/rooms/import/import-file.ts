/** Imports files into a layer: gate, read, map, load, refresh – one transaction, and a report. */
import { createHash } from 'node:crypto';
import { dayInKrakow } from '../../../domain/day.ts';
import { findLayer } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Database, Transaction } from '../../db/database.ts';
import { loadAlone } from '../../db/load-alone.ts';
import { followParcels, rememberStanding, traceLineage } from '../../registers/lineage/lineage.ts';
import { ImportFault } from '../../gdal/import-fault.ts';
import { load } from './load.repository.ts';
import { type Dataset, type Mapping, namedMapping, recogniseMapping } from './mapping.ts';
import { queries } from './queries.ts';
import { openReader, type Reader } from '../../gdal/reader.ts';
import type { ImportReport } from './report.ts';
import { readSource } from '../../gdal/source-file.ts';
import { findTarget } from './target.ts';
import { csvHeader } from './csv-header.ts';
import { type FileFeatures, toRows } from './to-rows.ts';

/** What is going on, for a progress bar: `of` 0 when the end is not known. */
export interface ImportProgress { readonly what: string; readonly done: number; readonly of: number }

export interface ImportRequest {
  readonly files: readonly string[];
  /** Id of the layer. */
  readonly layer: string;
  /** Name of a shipped mapping, or a mapping itself; absent: recognised by the fields, else columns of the same names. */
  readonly mapping?: string | Mapping | undefined;
  /** Replaces the CRS that the files name; needed where they name none. */
  readonly crs?: string | undefined;
  readonly encoding?: string | undefined;
  readonly sourceLayer?: string | undefined;
  /** Overrides what the mapping says of the dataset. */
  readonly dataset?: Partial<Dataset> | undefined;
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** A reader to share between imports; absent: one of its own. */
  readonly reader?: Reader | undefined;
}

interface Chosen { readonly mapping: Mapping; readonly name: string | null }
export interface Read { readonly files: FileFeatures[]; readonly checksum: string; readonly chosen: Chosen }

/** Layers whose objects divide the ground between them: where a real one lies, no demonstration one can. */
const PARTITIONS: ReadonlySet<string> = new Set(['parcels', 'zones', 'general-plan-zones', 'cadastral-districts']);

class RolledBack extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) { super('dry run'); this.report = report; }
}

/** Imports all files as one dataset in one transaction. Throws an `ImportFault` (one clear sentence) when nothing could be done; then nothing changed. */
export async function importFiles(database: Database, request: ImportRequest): Promise<ImportReport> {
  const layer = findLayer(request.layer);
  if (!layer) throw new ImportFault(`There is no layer "${request.layer}".`);
  if (request.files.length === 0) throw new ImportFault('No file was given.');
  const read = await readFiles(layer, request);
  return loadFiles(database, layer, request, read);
}

/** The first half of an import, without the database: what the files hold, in EPSG:2178, valid. */
export async function readFiles(layer: Layer, request: ImportRequest): Promise<Read> {
  const reader = request.reader ?? openReader();
  const named: Chosen | undefined = typeof request.mapping === 'string' ? { mapping: namedMapping(request.mapping, layer), name: request.mapping }
    : request.mapping && { mapping: request.mapping, name: null };
  try {
    const hash = createHash('sha256').update(JSON.stringify(named?.mapping ?? null));
    const files: FileFeatures[] = [];
    let chosen = named;
    for (const path of request.files) {
      const header = csvHeader(path);
      chosen ??= header && recogniseMapping(layer, header);
      const { source, sha256 } = await readSource(path, { csv: chosen?.mapping.csv, encoding: request.encoding ?? chosen?.mapping.encoding });
      hash.update(sha256);
      const job = { source, kind: layer.geometry, crs: request.crs ?? chosen?.mapping.crs, sourceLayer: request.sourceLayer ?? chosen?.mapping.sourceLayer };
      const { facts, features } = await reader.read(job, (done, of) => request.onProgress?.({ what: `Reading ${source.label}`, done, of }));
      chosen ??= recogniseMapping(layer, new Set(features.slice(0, 100).flatMap(({ properties }) => Object.keys(properties))));
      files.push({ name: source.label, facts, features });
    }
    return { files, checksum: hash.digest('hex'), chosen: chosen ?? { mapping: {}, name: null } };
  } finally {
    if (!request.reader) await reader.close();
  }
}

/** The second half: rows mapped and loaded in one transaction. */
export async function loadFiles(database: Database, layer: Layer, request: ImportRequest, { files, checksum, chosen }: Read): Promise<ImportReport> {
  const dataset = describe(layer, request, chosen.mapping);
  try {
    return await loadAlone(database, async (t) => {
      const report = await inTransaction(t, layer, request, { files, checksum, chosen }, dataset);
      if (request.dryRun) throw new RolledBack(report);
      return report;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.report;
    throw error;
  }
}

async function inTransaction(t: Transaction, layer: Layer, request: ImportRequest, { files, checksum, chosen }: Read, dataset: Dataset): Promise<ImportReport> {
  const { mapping } = chosen;
  const target = await findTarget(t, layer);
  const mapped = toRows(layer, target, mapping, files);
  const found = await t.one<{ id: number; layer: string }>(queries.findDataset, { ...dataset, layer: layer.id, checksum });
  if (found.layer !== layer.id) throw new ImportFault(`The dataset "${dataset.name}" belongs to the layer ${found.layer}; give this one another name.`);
  if (layer.id === 'parcels') await rememberStanding(t);
  const loaded = await load(t, {
    target, datasetId: found.id, demonstration: dataset.demonstration, sourceDate: dataset.source_date, rows: mapped.rows,
    keep: mapping.keep ?? [], replace: mapping.replace ?? 'none', sparedKeys: mapped.keysOfRejected,
    onDemonstration: mapping.demonstration ?? (PARTITIONS.has(layer.id) ? 'displace' : 'keep'),
  }, (done, of) => request.onProgress?.({ what: `Loading ${layer.id}`, done, of }));
  const rejected = [...mapped.rejected, ...[...loaded.broken].map(([number, rule]) => ({ ...mapped.addressOf(number), reason: `it breaks the rule ${rule}` }))];
  const { broken: _, ...counts } = loaded;
  const accepted = counts.inserted + counts.updated + counts.unchanged;
  const read = files.reduce((sum, { features }) => sum + features.length, 0);
  if (accepted + counts.kept === 0) throw nothingAccepted(read, rejected[0]?.reason);
  if (layer.id === 'parcels') await refreshBlocks(t, request.onProgress);
  await t.none(queries.updateDataset, { ...dataset, checksum, datasetId: found.id });
  if (layer.id === 'parcels') {
    await traceLineage(t);
    await followParcels(t, dataset.source_date ?? dayInKrakow());
  }
  return {
    layer: layer.id, dataset: dataset.name, mapping: chosen.name, dryRun: request.dryRun ?? false, read, accepted, ...counts,
    files: files.map(({ name, facts, features }) => ({ name, read: features.length, crs: facts.crs, axesSwapped: facts.axesSwapped, warnings: facts.warnings })),
    repaired: mapped.repaired, corrected: mapped.corrected, rejected,
  };
}

async function refreshBlocks(t: Transaction, onProgress: ImportRequest['onProgress']): Promise<void> {
  const districts = await t.map<string>(queries.touchedDistricts, [], ({ district }: { district: string }) => district);
  for (const [index, district] of districts.entries()) {
    await t.any('SELECT cadastre.refresh_blocks($1)', [district]);
    onProgress?.({ what: 'Joining parcels to blocks', done: index + 1, of: districts.length });
  }
}

function describe(layer: Layer, request: ImportRequest, mapping: Mapping): Dataset {
  const names = request.files.map((path) => path.replace(/^.*[/\\]/, ''));
  const title = `${layer.title.pl}: ${names[0]}${names.length > 1 ? ` i ${names.length - 1} dalsze` : ''}`;
  const fallback = { name: title, publisher: layer.source.publisher, licence: layer.source.licence, source_date: null, demonstration: false };
  return { ...fallback, ...mapping.dataset, ...request.dataset };
}

const nothingAccepted = (read: number, reason: string | undefined): ImportFault => new ImportFault(
  read === 0 ? 'The files hold no features.' : `None of the ${read} features can be accepted${reason ? `; the first because ${reason}` : ''}. Nothing was changed.`);
