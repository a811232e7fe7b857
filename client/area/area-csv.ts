/** Results of a spatial search as CSV: one row an object; no cell can be taken for a formula. */
import type { AreaHit } from '../../domain/contract/area.ts';
import { findLayer } from '../../domain/layers/index.ts';
import type { Language } from '../url/parameters.ts';

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  pl: ['warstwa', 'klucz', 'nazwa', 'klasa', 'długość geogr.', 'szerokość geogr.', 'powierzchnia lub długość [m², m]', 'z tego w obszarze', 'udział w obszarze'],
  en: ['layer', 'key', 'name', 'class', 'longitude', 'latitude', 'area or length [m², m]', 'of it inside', 'share inside'],
};

/** A cell as RFC 4180 has it; a text that a spreadsheet would calculate gets an apostrophe before it. Numbers stay numbers. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With a byte order mark, so that Polish letters survive in spreadsheets. */
export function areaCsv(byLayer: readonly { readonly layer: string; readonly hits: readonly AreaHit[] }[], lang: Language): string {
  const rows = byLayer.flatMap(({ layer: id, hits }) => {
    const layer = findLayer(id);
    return hits.map((hit) => {
      const label = layer?.symbology.classes.find(({ value }) => value === hit.class)?.label[lang];
      return [layer?.title[lang] ?? id, hit.key, hit.title, label ?? hit.class, hit.point[0], hit.point[1], hit.measure, hit.measureInside, hit.shareInside];
    });
  });
  return `\uFEFF${[HEADS[lang], ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
