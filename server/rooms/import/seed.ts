/** Loads the demonstration through the same importer that real files use: while one layer is being stored, the next ones are already being read. */
import { readFile } from 'node:fs/promises';
import { findLayer } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Database, Progress } from '../../db/database.ts';
import { type ImportRequest, loadFiles, type Read, readFiles } from './import-file.ts';
import { parseMapping } from './mapping.ts';
import { openReader } from '../../gdal/reader.ts';

interface ReadLayer { readonly layer: Layer; readonly request: ImportRequest; readonly read: Promise<Read> }

/** The demonstration being read, without a database: may be begun while one is still being created. Whoever began it closes it. */
export interface Demonstration { readonly layers: readonly ReadLayer[]; close(): Promise<void> }

const MAPPING = new URL('../../../data-samples/demonstration.json', import.meta.url);

/** Begins to read the demonstration's files, given in the order of their import. */
export async function prepareDemonstration(files: readonly { layer: string; file: string; past?: string }[]): Promise<Demonstration> {
  const mapping = parseMapping('demonstration', JSON.parse(await readFile(MAPPING, 'utf8')));
  const reader = openReader();
  let before: Promise<unknown> = Promise.resolve();
  const layers = files.map(({ layer: id, file, past }): ReadLayer => {
    const layer = findLayer(id);
    if (!layer) throw new Error(`demonstration: there is no layer ${id}`);
    const dataset = { ...mapping.dataset!, name: mapping.dataset!.name.replace('{title}', layer.title.pl) };
    const request: ImportRequest = { files: past === undefined ? [file] : [file, past], layer: id, mapping: { ...mapping, dataset }, reader };
    const read = before.then(() => readFiles(layer, request));
    // A fault is told when the layer's turn comes, not as an unhandled rejection.
    before = read.catch(() => {});
    return { layer, request, read };
  });
  return { layers, close: reader.close };
}

/** Brings the demonstration into the database; may be called again after an interruption. Throws when a single feature is rejected. */
export async function seedDemonstration(database: Database, { layers }: Demonstration, progress: Progress): Promise<void> {
  for (const [index, { layer, request, read }] of layers.entries()) {
    const report = await loadFiles(database, layer, request, await read);
    const [first] = report.rejected;
    if (first) throw new Error(`demonstration: ${layer.id} #${first.feature} ${first.key ?? ''}: ${first.reason}`);
    progress(`Dane demonstracyjne ${index + 1}/${layers.length} | Demonstration data: ${layer.title.pl} (${report.accepted})`);
  }
}
