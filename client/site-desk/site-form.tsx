/** The fields of a site as the catalogue names them. */
import type { SiteContent } from '../../domain/contract/investment/site-desk.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { labelOf, codesOf } from './content.ts';
import { ParcelsField } from './parcels-field.tsx';
import { Choose, TextField } from './parts.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { required: 'Uzupełnij to pole.', price: 'Podaj cenę albo zaznacz przetarg.', utilities: 'Po jednym w wierszu, na przykład: woda, gaz, światłowód.', number: 'Podaj liczbę większą od zera.' },
  en: { required: 'Fill in this field.', price: 'Give a price, or mark the tender.', utilities: 'One a line, for example: woda, gaz, światłowód (as the city writes them).', number: 'Give a number above zero.' },
});
const numberIn = (text: string): number | null => (text.trim() === '' ? null : Number(text.replaceAll(/\s/g, '').replace(',', '.')));
const orNull = (text: string): string | null => (text === '' ? null : text);

interface Props {
  readonly content: SiteContent;
  readonly missing?: readonly string[];
  /** Fields that the server would not take; shown once saving was tried. */
  readonly faults: ReadonlySet<string>;
  readonly onChange: (change: Partial<SiteContent>, about: string) => void;
}

export function SiteForm({ content, missing = [], faults, onChange }: Props) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const label = (field: keyof SiteContent): string => say(labelOf(field));
  const choose = (field: 'status' | 'strategic_area' | 'offer_form') => (
    <Choose<string> label={label(field)} value={content[field]} testid={`site-${field}`} choices={codesOf(field).map((code) => ({ value: code.value, label: say(code.label) }))} onChange={(value) => onChange({ [field]: value }, field)} />
  );
  const text = (field: 'road_access' | 'rail_access' | 'contact') => <TextField label={label(field)} value={content[field] ?? ''} max={500} fault={faults.has(field) ? texts.required : null} onChange={(value) => onChange({ [field]: orNull(value) }, field)} />;
  const number = (field: 'price_pln' | 'power_kw', unit: string, fault: string) => (
    <TextField label={`${label(field)}, ${unit}`} value={content[field] === null ? '' : Number.isNaN(content[field]) ? '' : String(content[field])} numeric fault={faults.has(field) ? fault : null} testid={`site-${field}`} onChange={(value) => {
      const amount = numberIn(value);
      if (amount === null || Number.isFinite(amount)) onChange({ [field]: amount }, field);
    }} />
  );
  return (
    <>
      <TextField label={label('name')} value={content.name} max={200} fault={faults.has('name') ? texts.required : null} testid="site-name" onChange={(name) => onChange({ name }, 'name')} />
      <ParcelsField parcels={content.parcels} missing={missing} onChange={(parcels) => onChange({ parcels }, 'parcels')} />
      {faults.has('parcels') && <p className={styles.fault}>{texts.required}</p>}
      <div className={styles.pair}>{choose('status')}{choose('offer_form')}</div>
      {choose('strategic_area')}
      {number('price_pln', 'PLN', texts.price)}
      <label className={styles.check}><input type="checkbox" checked={content.by_tender} onChange={({ currentTarget }) => onChange({ by_tender: currentTarget.checked }, 'by_tender')} />{label('by_tender')}</label>
      <TextField label={label('utilities')} rows={3} hint={texts.utilities} value={content.utilities.join('\n')} fault={faults.has('utilities') ? texts.utilities : null} onChange={(value) => onChange({ utilities: value === '' ? [] : value.split('\n') }, 'utilities')} />
      {number('power_kw', 'kW', texts.number)}
      {text('road_access')}{text('rail_access')}{text('contact')}
    </>
  );
}

/** What is sent: lines without what nobody sees. */
export const tidied = (content: SiteContent): SiteContent => ({ ...content, utilities: content.utilities.map((line) => line.trim()).filter(Boolean), files: content.files.map(({ id, title }) => ({ id, title: title.trim() })) });
