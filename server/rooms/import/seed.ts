/** Loads the demonstration through the same importer that real files use: read in its worker while the layer before is being stored. */
import { readFile } from 'node:fs/promises';
import { findLayer } from '../../../domain/layers/index.ts';
import type { Database, Progress } from '../../db/database.ts';
import { type ImportRequest, loadFiles, readFiles } from './import-file.ts';
import { parseMapping } from './mapping.ts';
import { openReader } from './reader.ts';

const MAPPING = new URL('../../../data-samples/demonstration.json', import.meta.url);

/** Brings the demonstration's files, in import order, into the database; may be called again after an interruption. */
export async function seedDemonstration(database: Database, files: readonly { layer: string; file: string }[], progress: Progress): Promise<void> {
  const mapping = parseMapping('demonstration', JSON.parse(await readFile(MAPPING, 'utf8')));
  const reader = openReader();
  try {
    const read = (entry: { layer: string; file: string }) => {
      const layer = findLayer(entry.layer);
      if (!layer) throw new Error(`demonstration: there is no layer ${entry.layer}`);
      const dataset = { ...mapping.dataset!, name: mapping.dataset!.name.replace('{title}', layer.title.pl) };
      const request: ImportRequest = { files: [entry.file], layer: entry.layer, mapping: { ...mapping, dataset }, reader };
      return { layer, request, features: readFiles(layer, request) };
    };
    let next = files.length > 0 ? read(files[0]!) : undefined;
    for (const [index, entry] of files.entries()) {
      const { layer, request, features } = next!;
      const ready = await features;
      next = files[index + 1] && read(files[index + 1]!);
      // A fault of the next file is told in its turn, not as an unhandled rejection.
      next?.features.catch(() => {});
      const report = await loadFiles(database, layer, request, ready);
      if (report.rejected.length > 0) {
        throw new Error(`demonstration: ${entry.layer} #${report.rejected[0]!.feature} ${report.rejected[0]!.key ?? ''}: ${report.rejected[0]!.reason}`);
      }
      progress(`Dane demonstracyjne ${index + 1}/${files.length} | Demonstration data: ${layer.title.pl} (${report.accepted})`);
    }
  } finally {
    await reader.close();
  }
}
