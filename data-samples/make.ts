/** Makes the shipped layers of the demonstration anew: `npx tsx data-samples/make.ts`; with `--all DIRECTORY` the large ones stay there. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationFiles, MADE_LAYERS, SHIPPED_DIRECTORY } from './demonstration.ts';
import { writeFeatures } from './make/geojson.ts';
import { shippedLayers } from './make/shipped-layers.ts';

await mkdir(SHIPPED_DIRECTORY, { recursive: true });
for (const [layer, features] of shippedLayers()) {
  await writeFeatures(join(SHIPPED_DIRECTORY, `${layer}.geojson`), layer, features);
  process.stderr.write(`${layer}: ${features.length}\n`);
}

const all = process.argv.indexOf('--all');
const directory = (all > 0 && process.argv[all + 1]) || await mkdtemp(join(tmpdir(), 'msip-demonstration-'));
const sums: Record<string, string> = {};
for (const { layer, file } of await demonstrationFiles(directory)) {
  if (MADE_LAYERS.has(layer)) sums[layer] = createHash('sha256').update(await readFile(file)).digest('hex');
}
// What a first start must make on every machine; a test holds it to this.
await writeFile(new URL('./made.json', import.meta.url), `${JSON.stringify(sums, null, 2)}\n`);
process.stderr.write(`${Object.keys(sums).join(', ')}: ${directory}\n`);
