/** What a procedure is: name, kind, course, definitions, lead, the plan it replaces, and its boundary. */
import { useQuery } from '@tanstack/react-query';
import type { ProcedureContent } from '../../domain/contract/office/procedure.ts';
import type { Colleague } from '../../domain/contract/office/session.ts';
import { DEFINITION_REGIMES } from '../../domain/planning/definition-regimes.ts';
import { areaNamesQuery } from '../api/procedure-areas.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { BoundaryField } from './boundary-field.tsx';
import { Choose, TextField, useCodes } from './parts.tsx';
import styles from './procedures.module.css';
import { CONTENT_TEXTS } from './words.ts';

const TEXTS = defineTexts({
  pl: { title: 'Dane procedury i granica', nobody: 'nikt', nothing: 'żaden', needs: 'Podaj nazwę.', NEW: 'nowy (po reformie z 2023 r.)', OLD: 'dotychczasowy' },
  en: { title: 'Data of the procedure, and its boundary', nobody: 'nobody', nothing: 'none', needs: 'Give a name.', NEW: 'new (after the reform of 2023)', OLD: 'former' },
});

interface Props {
  readonly content: ProcedureContent;
  readonly colleagues: readonly Colleague[];
  readonly faults: ReadonlySet<string>;
  readonly onChange: (change: Partial<ProcedureContent>, about?: string) => void;
}

export function ContentForm({ content, colleagues, faults, onChange }: Props) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(CONTENT_TEXTS);
  const regimes = useCodes(DEFINITION_REGIMES);
  const { data: names } = useQuery(areaNamesQuery);
  const plans = names?.plans ?? [];
  const replaced = content.replaces && !plans.some(({ value }) => value === content.replaces) ? [{ value: content.replaces, label: content.replaces }, ...plans] : plans;
  return (
    <section className={styles.section}>
      <details>
        <summary>{texts.title}</summary>
        <div className={styles.form}>
          <TextField label={fields.name} value={content.name} onChange={(name) => onChange({ name }, 'name')} fault={faults.has('name') ? texts.needs : null} testid="edit-name" />
          <Choose label={fields.lead} value={content.lead === null ? '' : String(content.lead)} empty={texts.nobody} choices={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))} onChange={(id) => onChange({ lead: id ? Number(id) : null })} testid="edit-lead" />
          <div className={styles.pair}>
            <Choose label={fields.kind} value={content.kind} choices={(['MPZP', 'POG', 'ZPI'] as const).map((value) => ({ value, label: value }))} onChange={(kind) => onChange({ kind: kind as ProcedureContent['kind'] })} />
            <Choose label={fields.procedure} value={content.procedure} choices={(['NEW', 'OLD'] as const).map((value) => ({ value, label: texts[value] }))} onChange={(procedure) => onChange({ procedure: procedure as ProcedureContent['procedure'] })} />
          </div>
          <Choose label={fields.definitionRegime} value={content.definitionRegime} choices={regimes} onChange={(definitionRegime) => onChange({ definitionRegime: definitionRegime as ProcedureContent['definitionRegime'] })} />
          <Choose label={fields.replaces} value={content.replaces ?? ''} empty={texts.nothing} choices={replaced} onChange={(replaces) => onChange({ replaces: replaces || null })} />
          <BoundaryField boundary={content.boundary} onChange={(boundary) => onChange({ boundary })} />
        </div>
      </details>
    </section>
  );
}
