/** The fields of one zone; an empty one is not set. */
import { useEffect, useState } from 'react';
import { ZONE_CLASSES } from '../../domain/planning/zone-classes.ts';
import { requiredParameters } from '../../domain/planning/required-parameters.ts';
import type { ProcedureContent } from '../../domain/contract/office/procedure.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import type { EditZone, ZoneField } from './draft-zones.ts';
import { Choose, TextField, useCodes } from './parts.tsx';
import styles from './procedures.module.css';
import { ZONE_TEXTS } from './words.ts';
import { faultyFields, type NumberField, printNumber, readNumber, readText } from './zone-values.ts';

const TEXTS = defineTexts({
  pl: { notSet: 'Puste pole znaczy: plan tego nie ustala.', bad: 'To nie jest liczba nieujemna.', wrong: 'Wysokość ma być większa od 0; puste pole, gdy plan jej nie ustala.', share: 'Udział może mieć najwyżej 100 %.', order: 'Najmniejsza intensywność jest większa od największej.', needed: 'wymagane', empty: 'To pole musi być wypełnione.' },
  en: { notSet: 'An empty field means: the plan does not set it.', bad: 'This is no number of 0 or more.', wrong: 'A height is above 0; leave it empty when the plan sets none.', share: 'A share is at most 100 %.', order: 'The least intensity is above the greatest.', needed: 'required', empty: 'This field must be filled.' },
});

interface Props {
  readonly zone: EditZone;
  readonly regime: ProcedureContent['definitionRegime'];
  readonly disabled: boolean;
  readonly onChange: (change: Partial<EditZone>, about: string) => void;
}

function NumberInput({ zone, field, fault, required, disabled, onChange }: { readonly zone: EditZone; readonly field: NumberField; readonly fault: string | null; readonly required: boolean } & Pick<Props, 'disabled' | 'onChange'>) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(ZONE_TEXTS);
  const lang = useLanguage();
  const value = zone[field];
  const [text, setText] = useState(() => printNumber(value, lang));
  // Changed elsewhere: undone, or another version.
  useEffect(() => setText((now) => (readNumber(now) === value ? now : printNumber(value, lang))), [value, lang]);
  const read = readNumber(text);
  return (
    <TextField
      label={required ? `${fields[field]} (${texts.needed})` : fields[field]} value={text} numeric disabled={disabled} fault={read === undefined ? texts.bad : fault} testid={`zone-${field}`}
      onChange={(typed) => { setText(typed); const number = readNumber(typed); if (number !== undefined) onChange({ [field]: number }, field); }}
    />
  );
}

export function ZoneForm({ zone, regime, disabled, onChange }: Props) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(ZONE_TEXTS);
  const classes = useCodes(ZONE_CLASSES, true);
  const faults = faultyFields(zone);
  const required = requiredParameters(zone.zoneClass, regime);
  const faultOf = (field: NumberField): string | null => (!faults.has(field) ? null : field === 'maxHeightM' ? texts.wrong : field === 'minIntensity' ? texts.order : texts.share);
  const number = (field: NumberField) => <NumberInput key={`${zone.id} ${field}`} zone={zone} field={field} fault={faultOf(field)} required={required.includes(field)} disabled={disabled} onChange={onChange} />;
  const text = (field: Exclude<ZoneField, NumberField | 'geometry' | 'zoneClass' | 'symbol' | 'designation'>) => (
    <TextField label={field === 'parking' && required.includes(field) ? `${fields[field]} (${texts.needed})` : fields[field]} value={zone[field] ?? ''} disabled={disabled} testid={`zone-${field}`} onChange={(typed) => onChange({ [field]: readText(typed) }, field)} />
  );
  return (
    <div className={styles.form} data-testid="zone-form">
      <div className={styles.pair}>
        <TextField label={fields.symbol} value={zone.symbol} disabled={disabled} onChange={(symbol) => onChange({ symbol }, 'symbol')} fault={faults.has('symbol') ? texts.empty : null} testid="zone-symbol" />
        {text('paragraph')}
      </div>
      <Choose label={fields.zoneClass} value={zone.zoneClass} choices={classes} disabled={disabled} onChange={(zoneClass) => onChange({ zoneClass: zoneClass as EditZone['zoneClass'] }, 'zoneClass')} testid="zone-class" />
      <TextField label={fields.designation} value={zone.designation} rows={2} disabled={disabled} onChange={(designation) => onChange({ designation }, 'designation')} fault={faults.has('designation') ? texts.empty : null} />
      <p className={styles.quiet}>{texts.notSet}</p>
      <div className={styles.pair}>
        {number('maxHeightM')}{text('maxHeightParagraph')}
        {number('minIntensity')}{number('maxIntensity')}
        {text('intensityParagraph')}{number('maxBuiltUpPct')}
        {text('builtUpParagraph')}{number('minBioActivePct')}
        {text('bioActiveParagraph')}{text('parkingParagraph')}
      </div>
      {text('parking')}
    </div>
  );
}
