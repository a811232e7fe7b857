/** The report of an import: what was read, accepted, repaired, rejected – as data and as text for people. */
import type { Correction } from '../../gdal/map-fields.ts';

export interface FeatureAddress {
  readonly file: string;
  /** Counted from 1 in the order of the file. */
  readonly feature: number;
  readonly key: string | null;
  /** Longitude, latitude. */
  readonly place: readonly [number, number] | null;
}

export interface ImportReport {
  readonly layer: string;
  readonly dataset: string;
  readonly mapping: string | null;
  readonly dryRun: boolean;
  readonly files: readonly { readonly name: string; readonly read: number; readonly crs: string; readonly axesSwapped: boolean; readonly warnings: readonly string[] }[];
  readonly read: number;
  /** inserted + updated + unchanged. */
  readonly accepted: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Demonstration rows for which real data are there already: left out. */
  readonly kept: number;
  /** Versions of objects that ended because a newer one came. */
  readonly versionsEnded: number;
  /** Rows of an earlier edition of the dataset that are no longer in it. */
  readonly removed: number;
  /** Rows of the demonstration that gave way to real ones. */
  readonly displaced: number;
  readonly repaired: readonly (FeatureAddress & { readonly how: string; readonly areaChangeM2: number })[];
  readonly corrected: readonly (FeatureAddress & Correction)[];
  readonly rejected: readonly (FeatureAddress & { readonly reason: string })[];
}

/** Whether the import wrote (or in a dry run would write) anything. */
export const changesNothing = (report: ImportReport): boolean =>
  report.inserted + report.updated + report.versionsEnded + report.removed + report.displaced === 0;

const LISTED = 20;

/** The report in lines of text; long lists are cut after twenty and say so. */
export function reportText(report: ImportReport): string {
  const lines = [
    `${report.dryRun ? 'Dry run, nothing was written. ' : ''}Layer ${report.layer}, dataset "${report.dataset}"${report.mapping ? `, mapping ${report.mapping}` : ''}`,
    ...report.files.flatMap((file) => [
      `  ${file.name}: ${file.read} feature(s), ${file.crs}${file.axesSwapped ? ', axes northing-easting recognised and swapped' : ''}`,
      ...file.warnings.map((warning) => `    note: ${warning}`),
    ]),
    `Read       ${report.read}`,
    `Accepted   ${report.accepted} (inserted ${report.inserted}, updated ${report.updated}, unchanged ${report.unchanged})`,
    ...optional('Kept       ', report.kept, 'real objects against demonstration data'),
    ...optional('Ended      ', report.versionsEnded, 'earlier version(s)'),
    ...optional('Removed    ', report.removed, 'object(s) no longer in the dataset'),
    ...optional('Displaced  ', report.displaced, 'demonstration object(s)'),
    ...list('Repaired   ', report.repaired, (item) => `${item.how}${Math.abs(item.areaChangeM2) >= 0.005 ? `; area ${signed(item.areaChangeM2)} m²` : ''}`),
    ...list('Corrected  ', report.corrected, (item) => `${item.column} "${item.from}" → "${item.to}"`),
    ...list('Rejected   ', report.rejected, (item) => item.reason),
    ...(changesNothing(report) ? ['Nothing changed: everything was there already.'] : []),
  ];
  return lines.join('\n');
}

const optional = (label: string, count: number, what: string): string[] => (count > 0 ? [`${label}${count} ${what}`] : []);
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

function list<T extends FeatureAddress>(label: string, items: readonly T[], tell: (item: T) => string): string[] {
  const shown = items.slice(0, LISTED).map((item) => {
    const place = item.place ? ` (${item.place[0].toFixed(6)}, ${item.place[1].toFixed(6)})` : '';
    return `  ${item.file} #${item.feature}${item.key ? ` ${item.key}` : ''}: ${tell(item)}${place}`;
  });
  return [`${label}${items.length}`, ...shown, ...(items.length > LISTED ? [`  … and ${items.length - LISTED} more`] : [])];
}
