/** The conditions on the list: whose, when due, text; more on demand. Each is in the address at once, text a moment after typing. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { CATEGORIES } from '../../domain/office/annotation-words.ts';
import { STATUSES } from '../../domain/office/annotation-rules.ts';
import type { AnnotationList } from '../../domain/contract/office/annotation.ts';
import { layerNamesQuery } from '../api/layer-names.ts';
import { plansQuery } from '../api/statements.ts';
import { defineTexts, useFormats, useLanguage, useSay, useTexts } from '../i18n/language.ts';
import { conditionsOf, DUE, type NotesFilter, SORTS, WHOSE } from './notes-filter.ts';
import { useSettled } from '../ui/use-settled.ts';
import { setNotes, useNotes } from './use-notes.ts';
import styles from './list.module.css';

export const CONDITION_TEXTS = defineTexts({
  pl: {
    conditions: 'Warunki', whose: 'Czyje', due: 'Termin', status: 'Status', category: 'Kategoria', district: 'Dzielnica', plan: 'Plan', tag: 'Etykieta', text: 'Zawiera tekst', view: 'Tylko w widoku mapy', review: 'Tylko do sprawdzenia po zmianie ewidencji',
    bin: 'Kosz (30 dni)', sort: 'Kolejność', all: 'wszystkie', any: 'dowolny', mine: 'moje', assigned: 'przydzielone mi', mentioned: 'wspominające mnie', overdue: 'po terminie', week: 'w tym tygodniu',
    changed: 'ostatnio zmienione', priority: 'najpilniejsze', title: 'według tytułu', 'due-sort': 'najbliższy termin', more: 'Więcej warunków', everything: 'wszystkie statusy',
  },
  en: {
    conditions: 'Conditions', whose: 'Whose', due: 'Due', status: 'Status', category: 'Category', district: 'District', plan: 'Plan', tag: 'Tag', text: 'Contains text', view: 'Only in the view of the map', review: 'Only what is to be checked after a change of the cadastre',
    bin: 'Bin (30 days)', sort: 'Order', all: 'all', any: 'any', mine: 'mine', assigned: 'assigned to me', mentioned: 'mentioning me', overdue: 'overdue', week: 'this week',
    changed: 'changed last', priority: 'most urgent', title: 'by title', 'due-sort': 'due soonest', more: 'More conditions', everything: 'all statuses',
  },
});

const TYPED_MS = 300;

interface Option { readonly value: string; readonly label: string }

function Choose({ label, value, none, options, onChoose }: { readonly label: string; readonly value: string | null; readonly none?: string; readonly options: readonly Option[]; readonly onChoose: (value: string | null) => void }) {
  return (
    <label className={styles.field}><span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChoose(event.currentTarget.value || null)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}

/** A text that is asked for when somebody stops typing; follows the address when that changes by other means. */
function Typed({ label, value, onType, type = 'text', wide = false }: { readonly label: string; readonly value: string | null; readonly onType: (value: string | null) => void; readonly type?: 'text' | 'search'; readonly wide?: boolean }) {
  const [text, setText] = useState(value ?? '');
  const settled = useSettled(text, TYPED_MS);
  useEffect(() => setText(value ?? ''), [value]);
  // Only what has settled is sent: the address that comes back by other means is none of this.
  useEffect(() => {
    if (settled === text && settled.trim() !== (value ?? '')) onType(settled.trim() || null);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return <label className={`${styles.field} ${wide ? styles.wide : ''}`}><span>{label}</span><input type={type} value={text} maxLength={100} onInput={(event) => setText(event.currentTarget.value)} /></label>;
}

function Places({ filter }: { readonly filter: NotesFilter }) {
  const texts = useTexts(CONDITION_TEXTS);
  const { data: districts } = useQuery(layerNamesQuery('districts'));
  const { data: statement } = useQuery(plansQuery({ status: '', kind: '', q: '', order: 'name' }, useLanguage(), null));
  const plans = statement?.topics[0]?.entries.map(({ id, title }) => ({ key: id.replace('plans/', ''), title }));
  const options = (list: readonly { readonly key: string; readonly title: string }[] | undefined, chosen: string | null): readonly Option[] => {
    const known = (list ?? []).map(({ key, title }) => ({ value: key, label: title }));
    return chosen === null || known.some(({ value }) => value === chosen) ? known : [{ value: chosen, label: chosen }, ...known];
  };
  return (
    <>
      <Choose label={texts.district} value={filter.district} none={texts.all} options={options(districts, filter.district)} onChoose={(district) => setNotes({ district })} />
      <Choose label={texts.plan} value={filter.plan} none={texts.all} options={options(plans, filter.plan)} onChoose={(plan) => setNotes({ plan })} />
    </>
  );
}

export function NotesConditions() {
  const texts = useTexts(CONDITION_TEXTS);
  const say = useSay();
  const filter = useNotes();
  const rare = conditionsOf(filter).some((name) => ['category', 'district', 'plan', 'tag', 'view', 'review', 'bin'].includes(name));
  const [opened, setOpened] = useState(rare);
  const words = (list: readonly string[]) => list.map((value) => ({ value, label: texts[value as keyof typeof texts] }));
  return (
    <fieldset className={styles.filters}>
      <legend className="unseen">{texts.conditions}</legend>
      <Typed label={texts.text} value={filter.text} type="search" wide onType={(text) => setNotes({ text })} />
      <Choose label={texts.whose} value={filter.whose} none={texts.all} options={words(WHOSE)} onChoose={(whose) => setNotes({ whose: whose as NotesFilter['whose'] })} />
      <Choose label={texts.due} value={filter.due} none={texts.any} options={words(DUE)} onChoose={(due) => setNotes({ due: due as NotesFilter['due'] })} />
      <details className={`${styles.more} ${styles.wide}`} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{texts.more}</summary>
        {opened && (
          <div className={styles.filters}>
            <Choose label={texts.category} value={filter.category} none={texts.all} options={CATEGORIES.map(({ value, label }) => ({ value, label: say(label) }))} onChoose={(category) => setNotes({ category: category as NotesFilter['category'] })} />
            <Typed label={texts.tag} value={filter.tag} onType={(tag) => setNotes({ tag })} />
            <Places filter={filter} />
            <Choose label={texts.sort} value={filter.sort} options={SORTS.map((value) => ({ value, label: value === 'due' ? texts['due-sort'] : texts[value] }))} onChoose={(sort) => setNotes({ sort: sort as NotesFilter['sort'] })} />
            <div className={styles.ticks}>
              {(['view', 'review', 'bin'] as const).map((name) => (
                <label key={name}><input type="checkbox" checked={filter[name]} onChange={(event) => setNotes({ [name]: event.currentTarget.checked })} />{texts[name]}</label>
              ))}
            </div>
          </div>
        )}
      </details>
    </fieldset>
  );
}

/** How many there are of each status; pressed, only that one is shown. */
export function StatusCounts({ byStatus }: { readonly byStatus: AnnotationList['byStatus'] | undefined }) {
  const texts = useTexts(CONDITION_TEXTS);
  const say = useSay();
  const { number } = useFormats();
  const { status } = useNotes();
  return (
    <div className={styles.statuses} role="group" aria-label={texts.status}>
      {STATUSES.map(({ value, label }) => (
        <button key={value} type="button" aria-pressed={status === value} data-status={value} onClick={() => setNotes({ status: status === value ? null : value })}>{say(label)}<b>{byStatus ? number(byStatus[value]) : '…'}</b></button>
      ))}
    </div>
  );
}
