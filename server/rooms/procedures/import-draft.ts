/** A file becomes zones of a draft: read by GDAL in a thread of its own, fields mapped, every feature that is not taken told with reason and place. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type DraftImport, DraftZone } from '../../../domain/contract/office/procedure.ts';
import { faultsOfZone } from '../../../domain/office/procedure-rules.ts';
import { ZONE_CLASSES } from '../../../domain/planning/zone-classes.ts';
import { classesOfSymbol } from '../../../domain/planning/zone-symbols.ts';
import { ImportFault } from '../../gdal/import-fault.ts';
import { mapFields, ValueFault } from '../../gdal/map-fields.ts';
import { openReader } from '../../gdal/reader.ts';
import type { ReadFeature } from '../../gdal/reader-protocol.ts';
import { Rule } from '../../gdal/rule.ts';
import { gateSource } from '../../gdal/source-file.ts';
import { Problem } from '../../http/problem.ts';
import type { ZoneToWrite } from './drafts.repository.ts';
import { DRAFT_ZONES, INFLATED_BYTES, SILENCE_MS } from './limits.ts';

/** From fields of our own exports, of national data (APP) and of what offices draw; compared without regard to case. */
const RULES = z.record(z.string(), Rule).parse(JSON.parse(readFileSync(new URL('mappings/zones.json', import.meta.url), 'utf8')));

const ZoneFields = DraftZone.omit({ geometry: true });
const NUMBERS = ['maxHeightM', 'minIntensity', 'maxIntensity', 'maxBuiltUpPct', 'minBioActivePct'] as const;

export interface ReadZones extends Omit<DraftImport, 'draft'> { readonly zones: ZoneToWrite[] }

/** One file at a time: a reader takes some 200 MB. */
let busy: Promise<unknown> = Promise.resolve();

/** `name` says the format. Throws `unprocessable` when nothing of it can be taken, with the first reasons. */
export function readZones(name: string, bytes: Buffer, layer: string | undefined): Promise<ReadZones> {
  const turn = busy.then(() => read(name, bytes, layer));
  busy = turn.catch(() => undefined);
  return turn;
}

async function read(name: string, bytes: Buffer, sourceLayer: string | undefined): Promise<ReadZones> {
  const reader = openReader({ silenceMs: SILENCE_MS });
  try {
    const source = gateSource(name, bytes, { inflatedBytes: INFLATED_BYTES });
    const { facts, features } = await reader.read({ source, kind: 'polygon', crs: undefined, sourceLayer, maxFeatures: DRAFT_ZONES });
    const result: ReadZones = { zones: [], read: features.length, crs: facts.crs, warnings: [...facts.warnings], repaired: [], rejected: [] };
    for (const feature of features) take(feature, result);
    if (result.zones.length > 0) return result;
    throw new Problem('unprocessable', `None of the ${features.length} features can be a zone.`, result.rejected.slice(0, 20).map(({ feature, reason }) => ({ path: `feature ${feature}`, message: reason })));
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    throw new Problem('unprocessable', error.message.replace('choose one with --source-layer', 'name one in the parameter layer').replace(/; name it with --crs.*$/, '; save it with one.'));
  } finally {
    await reader.close();
  }
}

function take(feature: ReadFeature, { zones, repaired, rejected }: ReadZones): void {
  let symbol: string | null = null;
  try {
    const lowered = Object.fromEntries(Object.entries(feature.properties).map(([field, value]) => [field.toLowerCase(), value]));
    const { columns } = mapFields(RULES, lowered);
    symbol = typeof columns['symbol'] === 'string' || typeof columns['symbol'] === 'number' ? String(columns['symbol']).slice(0, 60) : null;
    if (feature.rejection) throw new ValueFault(feature.rejection.reason);
    zones.push({ ...zoneOf(columns, symbol), id: zones.length + 1, ewkb: feature.geometry! });
    if (feature.repair) repaired.push({ feature: feature.number, symbol, ...feature.repair, place: feature.place && [...feature.place] });
  } catch (error) {
    if (!(error instanceof ValueFault)) throw error;
    const place = feature.rejection?.place ?? feature.place;
    rejected.push({ feature: feature.number, symbol, reason: error.message, place: place && [...place] });
  }
}

/** Throws a `ValueFault` that names the field. A class that the file does not name is the one that the symbol stands for. */
function zoneOf(columns: Readonly<Record<string, unknown>>, symbol: string | null): Omit<DraftZone, 'geometry'> {
  if (symbol === null) throw new ValueFault('it has no symbol');
  const zoneClass = columns['zoneClass'] ?? classesOfSymbol(symbol)[0];
  if (zoneClass === undefined) throw new ValueFault(`the symbol "${symbol}" stands for no known class, and the file names none`);
  const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
  const fields = {
    ...Object.fromEntries(Object.keys(ZoneFields.shape).map((field) => [field, text(columns[field])])),
    ...Object.fromEntries(NUMBERS.map((field) => [field, numberOf(field, columns[field])])),
    symbol, zoneClass, designation: text(columns['designation']) ?? ZONE_CLASSES.find(({ value }) => value === zoneClass)?.label.pl,
  };
  const parsed = ZoneFields.safeParse(fields);
  if (!parsed.success) throw new ValueFault(`${parsed.error.issues[0]!.path.join('.')}: ${parsed.error.issues[0]!.message}`);
  const [fault] = faultsOfZone(parsed.data);
  if (fault) throw new ValueFault(fault.join(' '));
  return parsed.data;
}

/** Polish files write a comma. */
function numberOf(field: string, value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const number = typeof value === 'number' ? value : Number(String(value).trim().replace(',', '.').replace(/\s*(%|m)$/, ''));
  if (!Number.isFinite(number)) throw new ValueFault(`${field}: "${String(value).slice(0, 60)}" is not a number`);
  return number;
}
