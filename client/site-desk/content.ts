/** The content of a site in the form: where it begins, what is still wrong with it, and its values in words. Labels are the catalogue's. */
import { SiteContent } from '../../domain/contract/investment/site-desk.ts';
import { investmentSites } from '../../domain/layers/investment-sites.ts';
import type { Text } from '../../domain/layers/layer.ts';

export const EMPTY: SiteContent = { name: '', status: 'in-preparation', strategic_area: 'other', offer_form: 'sale', price_pln: null, by_tender: true, parcels: [], utilities: [], power_kw: null, road_access: null, rail_access: null, contact: null, files: [] };
export const FIELDS = Object.keys(EMPTY) as (keyof SiteContent)[];

const DECLARED = new Map(investmentSites.fields.map((field) => [field.name, field]));
const FILES: Text = { pl: 'Zdjęcia i dokumenty', en: 'Pictures and documents' };
export const labelOf = (field: keyof SiteContent): Text => DECLARED.get(field)?.label ?? FILES;
export const codesOf = (field: keyof SiteContent) => (DECLARED.get(field)?.codes ?? []).map(({ value, label }) => ({ value: String(value), label }));

/** Names of fields that the server would not take. */
export function faultsOf(content: SiteContent): ReadonlySet<string> {
  const parsed = SiteContent.safeParse(content);
  return new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
}

/** A proposal for the address: `Strefa Łąkowa 2` → `strefa-lakowa-2`. */
export const keyFor = (name: string): string =>
  name.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 80);

export function inWords(field: keyof SiteContent, content: SiteContent, { say, number, yes, no, none }: { readonly say: (text: Text) => string; readonly number: (value: number) => string; readonly yes: string; readonly no: string; readonly none: string }): string {
  const value = content[field];
  if (field === 'files') return content.files.map(({ title }) => title).join(', ') || none;
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return none;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return value.join(', ');
  const code = codesOf(field).find((one) => one.value === value);
  return code ? say(code.label as Text) : String(value);
}
