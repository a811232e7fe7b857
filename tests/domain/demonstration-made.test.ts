/** The demonstration is what its script makes, to the byte: if not, `npx tsx data-samples/make.ts` renews it. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import made from '../../data-samples/made.json' with { type: 'json' };
import { demonstrationFiles, MADE_LAYERS, SHIPPED_DIRECTORY } from '../../data-samples/demonstration.ts';
import { writeFeatures } from '../../data-samples/make/geojson.ts';
import { shippedLayers } from '../../data-samples/make/shipped-layers.ts';

const hash = async (file: string) => createHash('sha256').update(await readFile(file)).digest('hex');
const folder = () => mkdtemp(join(tmpdir(), 'msip-demonstration-'));

it('a first start makes the large layers that the shipped ones were made with', async () => {
  const path = await folder();
  const sums: Record<string, string> = {};
  for (const { layer, file } of await demonstrationFiles(path)) if (MADE_LAYERS.has(layer)) sums[layer] = await hash(file);
  expect(sums).toEqual(made);
  await rm(path, { recursive: true });
}, 180_000);

it('the shipped layers are those of today\'s script', async () => {
  const path = await folder();
  for (const [layer, features] of shippedLayers()) {
    const file = join(path, `${layer}.geojson`);
    await writeFeatures(file, layer, features);
    expect(await hash(file), layer).toBe(await hash(join(SHIPPED_DIRECTORY, `${layer}.geojson`)));
  }
  await rm(path, { recursive: true });
}, 180_000);
