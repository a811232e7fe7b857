/** From features that were read to rows to load: mapped, typed, one of each key; and who was rejected, repaired, corrected. */
import { createHash } from 'node:crypto';
import type { Layer } from '../../../domain/layers/layer.ts';
import { mapFields, ValueFault } from '../../gdal/map-fields.ts';
import type { Rule } from '../../gdal/rule.ts';
import type { Mapping } from './mapping.ts';
import type { ReadFeature, SourceFacts } from '../../gdal/reader-protocol.ts';
import type { FeatureAddress, ImportReport } from './report.ts';
import { type Row, toRow } from './rows.ts';
import type { Target } from './target.ts';

export interface FileFeatures { readonly name: string; readonly facts: SourceFacts; readonly features: readonly ReadFeature[] }

interface Rows {
  readonly rows: (Row & { geometry: string })[];
  readonly rejected: ImportReport['rejected'][number][];
  readonly repaired: ImportReport['repaired'][number][];
  readonly corrected: ImportReport['corrected'][number][];
  /** Null when a rejected feature has no key: then it is not known which row it stands for. */
  readonly keysOfRejected: string[] | null;
  /** Of a row by its number: rows are numbered through all files. */
  addressOf(number: number): FeatureAddress;
}

/** Rows of all files together. A key (and beginning of validity) that comes twice is accepted once. */
export function toRows(layer: Layer, target: Target, mapping: Mapping, files: readonly FileFeatures[]): Rows {
  const result: Omit<Rows, 'addressOf' | 'keysOfRejected'> = { rows: [], rejected: [], repaired: [], corrected: [] };
  const addresses: FeatureAddress[] = [];
  const seen = new Map<string, FeatureAddress>();
  for (const { name, features } of files) {
    for (const feature of features) {
      const base = { file: name, feature: feature.number, place: feature.place };
      let key: string | null = null;
      try {
        const { columns, corrections } = mapFields(rulesFor(mapping, target, feature), feature.properties, geometryHash(feature));
        key = typeof columns['key'] === 'string' || typeof columns['key'] === 'number' ? String(columns['key']) : null;
        if (feature.rejection) throw new ValueFault(feature.rejection.reason);
        const row = toRow(target, layer, addresses.length + 1, columns);
        const address = { ...base, key: row.key };
        const once = `${row.key}\n${row.fromDate ?? ''}`;
        const earlier = seen.get(once);
        if (earlier) throw new ValueFault(`its key "${row.key}" has come before (${earlier.file} #${earlier.feature})`);
        seen.set(once, address);
        addresses.push(address);
        result.rows.push({ ...row, geometry: feature.geometry! });
        if (feature.repair) result.repaired.push({ ...address, ...feature.repair });
        for (const correction of corrections) result.corrected.push({ ...address, ...correction });
      } catch (error) {
        if (!(error instanceof ValueFault)) throw error;
        result.rejected.push({ ...base, place: feature.rejection?.place ?? feature.place, key, reason: error.message });
      }
    }
  }
  const keys = result.rejected.map(({ key }) => key);
  return { ...result, keysOfRejected: keys.includes(null) ? null : keys as string[], addressOf: (number) => addresses[number - 1]! };
}

/** Without rules of its own a mapping takes columns from the fields of the same names. */
function rulesFor(mapping: Mapping, target: Target, feature: ReadFeature): Readonly<Record<string, Rule>> {
  if (mapping.fields) return mapping.fields;
  const names = [...target.columns.map(({ name }) => name), 'valid_from', 'valid_to', ...target.parts.map(({ property }) => property)];
  return Object.fromEntries(names.filter((name) => name !== 'geom' && Object.hasOwn(feature.properties, name)).map((name) => [name, name]));
}

/** Twelve hexadecimal digits by which the same geometry is known again; a key for sources that have none. */
const geometryHash = ({ geometry }: ReadFeature): string => (geometry ? createHash('sha256').update(geometry).digest('hex').slice(0, 12) : '');

