/** The demonstration's files in the order of their import: shipped small layers, and parcels, streets and addresses made on the spot. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeAddresses } from './make/addresses.ts';
import { streetFeatures } from './make/base-features.ts';
import { addressFeatures, parcelFeatures } from './make/cadastre-features.ts';
import { makeCity } from './make/city.ts';
import { writeFeatures, type Feature } from './make/geojson.ts';
import { registerParcels } from './make/land-register.ts';
import { pastFeatures, withBeginnings } from './make/parcel-history.ts';
import { makeLots } from './make/parcels.ts';
import { makeStreets } from './make/streets.ts';

/** `past`: versions that stand no more, of the same import. */
export interface DemonstrationFile { readonly layer: string; readonly file: string; readonly past?: string }

/** Import order: what others refer to or lie on comes first. */
export const DEMONSTRATION_LAYERS = [
  'city', 'districts', 'cadastral-units', 'cadastral-districts', 'water', 'rivers', 'green-areas', 'main-roads', 'railways', 'places', 'streets',
  'parcels', 'addresses', 'plans', 'zones', 'general-plan-zones', 'municipal-land', 'investment-sites', 'river-parks', 'transport-points', 'strategic-areas',
  'infill-areas', 'inner-city-areas', 'noise', 'flood-hazard', 'nature-protection', 'heritage', 'cultural-parks', 'road-reserves',
] as const;

/** Too large to ship: made from the same seed on every machine. */
export const MADE_LAYERS: ReadonlySet<string> = new Set(['streets', 'parcels', 'addresses']);

export const SHIPPED_DIRECTORY = fileURLToPath(new URL('./layers/', import.meta.url));

/** Paths of all layers as GeoJSON (EPSG:4326, longitude latitude); makes the large ones in `workDir`. Takes a few seconds. */
export async function demonstrationFiles(
  workDir: string, onProgress: (done: number, of: number, what: string) => void = () => {},
): Promise<DemonstrationFile[]> {
  await mkdir(workDir, { recursive: true });
  const steps = ['streets and blocks', 'parcels', 'register', 'addresses', 'files'];
  const step = (index: number) => onProgress(index, steps.length, steps[index] ?? 'ready');
  step(0);
  const city = makeCity();
  step(1);
  const lots = makeLots(city);
  step(2);
  const [parcels, streets] = [withBeginnings(registerParcels(lots)), makeStreets(city)];
  step(3);
  const addresses = makeAddresses(city, lots, parcels, streets);
  step(4);
  const made: Record<string, Iterable<Feature>> = {
    streets: streetFeatures(city, streets), parcels: parcelFeatures(lots, parcels), addresses: addressFeatures(addresses),
  };
  const past = join(workDir, 'parcels-past.geojson');
  await writeFeatures(past, 'parcels', pastFeatures(lots, parcels));
  const files: DemonstrationFile[] = [];
  for (const layer of DEMONSTRATION_LAYERS) {
    const features = made[layer];
    const file = join(features ? workDir : SHIPPED_DIRECTORY, `${layer}.geojson`);
    if (features) await writeFeatures(file, layer, features);
    else if (!existsSync(file)) throw new Error(`${file} is missing: run \`npx tsx data-samples/make.ts\``);
    files.push({ layer, file, ...(layer === 'parcels' ? { past } : {}) });
  }
  step(5);
  return files;
}
