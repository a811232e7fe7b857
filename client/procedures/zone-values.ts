/** Fields of a zone as they are typed, and back: an empty field is "not set", never 0; a comma or a point divides. Pure. */
import type { DraftZone } from '../../domain/contract/office/procedure.ts';
import { faultsOfZone } from '../../domain/office/procedure-rules.ts';

export const NUMBER_FIELDS = ['maxHeightM', 'minIntensity', 'maxIntensity', 'maxBuiltUpPct', 'minBioActivePct'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** undefined: it is no number that can be meant. */
export function readNumber(text: string): number | null | undefined {
  const plain = text.trim().replace(/\s*(%|m)$/, '').replace(',', '.');
  if (plain === '') return null;
  return /^\d{1,6}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
}
export const printNumber = (value: number | null, lang: 'pl' | 'en'): string => (value === null ? '' : lang === 'pl' ? String(value).replace('.', ',') : String(value));
export const readText = (text: string): string | null => text.trim() === '' ? null : text;

/** Fields that the server would refuse. */
export const faultyFields = (zone: Omit<DraftZone, 'geometry'>): ReadonlySet<string> =>
  new Set([...faultsOfZone(zone).map(([field]) => field), ...(zone.symbol.trim() === '' ? ['symbol'] : []), ...(zone.designation.trim() === '' ? ['designation'] : [])]);
