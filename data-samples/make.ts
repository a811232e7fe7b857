/** Makes the shipped layers of the demonstration anew: `npx tsx data-samples/make.ts`; with `--all DIRECTORY` also the large ones, there. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { demonstrationFiles, SHIPPED_DIRECTORY } from './demonstration.ts';
import { writeFeatures } from './make/geojson.ts';
import { shippedLayers } from './make/shipped-layers.ts';

await mkdir(SHIPPED_DIRECTORY, { recursive: true });
for (const [layer, features] of shippedLayers()) {
  await writeFeatures(join(SHIPPED_DIRECTORY, `${layer}.geojson`), layer, features);
  process.stderr.write(`${layer}: ${features.length}\n`);
}
const all = process.argv.indexOf('--all');
if (all > 0) {
  const files = await demonstrationFiles(process.argv[all + 1] ?? 'data-samples/.made');
  process.stderr.write(`${files.map(({ layer, file }) => `${layer} ${file}`).join('\n')}\n`);
}
