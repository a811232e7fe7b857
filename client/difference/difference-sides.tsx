/** The two states that are compared: day or draft, and the plans that make the law there. */
import type { Difference, DifferenceSide } from '../../domain/contract/difference.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './difference.module.css';

const TEXTS = defineTexts({
  pl: {
    before: 'Przed', after: 'Po', draft: (name: string, day: string) => `gdyby projekt „${name}” obowiązywał; poza nim stan na ${day}`, none: 'bez planu miejscowego', unknown: 'nie wiadomo, jaki plan tu obowiązywał',
    from: (day: string) => `od ${day}`, gap: (day: string) => `Rejestr planów nie mówi nic o tym miejscu w dniu ${day}. „Bez planu” znaczy tu: nie wiadomo.`,
  },
  en: {
    before: 'Before', after: 'After', draft: (name: string, day: string) => `if the draft “${name}” were in force; beyond it as of ${day}`, none: 'no local plan', unknown: 'it is not known which plan applied here',
    from: (day: string) => `from ${day}`, gap: (day: string) => `The register of plans says nothing of this place on ${day}. “No plan” means here: not known.`,
  },
});

function Side({ side: { day, draft, known, plans } }: { readonly side: DifferenceSide }) {
  const texts = useTexts(TEXTS);
  const { date, squareMetres } = useFormats();
  return (
    <dd>
      <b>{draft ? texts.draft(draft.name, date(day)) : date(day)}</b>
      {plans.map(({ key, name, resolution, inForceFrom, areaM2 }) => (
        <small key={key}>{[name, resolution, key !== draft?.key && inForceFrom && texts.from(date(inForceFrom)), squareMetres(areaM2)].filter(Boolean).join(' · ')}</small>
      ))}
      {plans.length === 0 && <small>{known ? texts.none : texts.unknown}</small>}
    </dd>
  );
}

export function DifferenceSides({ difference: { from, to } }: { readonly difference: Difference }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  return (
    <>
      <dl className={styles.sides}>
        <dt>{texts.before}</dt><Side side={from} />
        <dt>{texts.after}</dt><Side side={to} />
      </dl>
      {[from, to].filter(({ known }) => !known).map(({ day }) => <Notice key={day}>{texts.gap(date(day))}</Notice>)}
    </>
  );
}
