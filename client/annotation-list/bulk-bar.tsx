/** What can be done with the selected ones: one change at a time, all or none; who stands in the way is named, and a change can be undone. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { STATUSES } from '../../domain/office/annotation-rules.ts';
import { PRIORITIES } from '../../domain/office/annotation-words.ts';
import { type AnnotationFilters, changeMany, fetchAnnotations, restoreVersion } from '../api/annotations.ts';
import { planningColleaguesQuery } from '../api/session.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { bulkOf, type Change, undoOf } from './bulk.ts';
import { NONE, type Picked, PICK_MAX, pickAll } from './picked.ts';
import { type Refusal, refusalOf, useReasonText, useRefusalText } from './refusal.tsx';
import styles from './list.module.css';

const TEXTS = defineTexts({
  pl: {
    selected: (n: string, plural: string) => `Zaznaczono ${n} ${({ one: 'adnotację', few: 'adnotacje' } as Record<string, string>)[plural] ?? 'adnotacji'}`, all: (n: string) => `Zaznacz wszystkie pasujące (${n})`, most: (n: string) => `Zaznacz pierwsze ${n}`, none: 'Odznacz', what: 'Zmień', value: 'na', apply: 'Zmień', remove: 'Usuń', undo: 'Cofnij',
    status: 'status', assignee: 'przydział', priority: 'priorytet', dueOn: 'termin', addTags: 'dodaj etykietę', removeTags: 'usuń etykietę', deleted: 'usuń (do kosza)', nobody: 'nikt',
    done: (n: string) => `Zmieniono adnotacje: ${n}.`, undone: 'Cofnięto zmianę.', group: 'Zmiana zaznaczonych', failed: 'Nic nie zmieniono.',
  },
  en: {
    selected: (n: string, plural: string) => `${n} ${plural === 'one' ? 'annotation' : 'annotations'} selected`, all: (n: string) => `Select all that match (${n})`, most: (n: string) => `Select the first ${n}`, none: 'Clear', what: 'Change', value: 'to', apply: 'Change', remove: 'Delete', undo: 'Undo',
    status: 'status', assignee: 'assignee', priority: 'priority', dueOn: 'due day', addTags: 'add a tag', removeTags: 'remove a tag', deleted: 'delete (into the bin)', nobody: 'nobody',
    done: (n: string) => `Annotations changed: ${n}.`, undone: 'The change is undone.', group: 'Change of the selected', failed: 'Nothing was changed.',
  },
});

const FIELDS = ['status', 'assignee', 'priority', 'dueOn', 'addTags', 'removeTags', 'deleted'] as const;
type Field = (typeof FIELDS)[number];

/** What the form says as a change; null: it says nothing yet. */
function changeOf(field: Field, value: string): Change | null {
  const tag = value.trim().toLowerCase();
  switch (field) {
    case 'deleted': return { deleted: true };
    case 'assignee': return { assignee: value ? Number(value) : null };
    case 'dueOn': return { dueOn: value || null };
    case 'addTags': case 'removeTags': return tag ? { [field]: [tag] } : null;
    default: return value ? ({ [field]: value } as Change) : null;
  }
}

/** Everything that matches, page by page, as far as the server changes at once. */
async function everything(filters: AnnotationFilters) {
  const all = [];
  for (let cursor: string | null = null, more = true; more && all.length < PICK_MAX;) {
    const page: Awaited<ReturnType<typeof fetchAnnotations>> = await fetchAnnotations({ ...filters, limit: 100, cursor });
    all.push(...page.annotations);
    cursor = page.next;
    more = cursor !== null;
  }
  return all;
}

function Value({ field, value, onChange }: { readonly field: Field; readonly value: string; readonly onChange: (value: string) => void }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { data: colleagues = [] } = useQuery({ ...planningColleaguesQuery, enabled: field === 'assignee' });
  if (field === 'deleted') return null;
  const options = field === 'status' ? STATUSES.map((one) => ({ value: one.value as string, label: say(one.label) }))
    : field === 'priority' ? PRIORITIES.map((one) => ({ value: one.value as string, label: say(one.label) }))
    : field === 'assignee' ? [{ value: '', label: texts.nobody }, ...colleagues.map(({ id, name }) => ({ value: String(id), label: name }))] : null;
  return (
    <label className={styles.field}><span>{texts.value}</span>
      {options ? <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>{field !== 'assignee' && <option value="">…</option>}{options.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select>
        : <input type={field === 'dueOn' ? 'date' : 'text'} maxLength={40} value={value} onInput={(event) => onChange(event.currentTarget.value)} />}
    </label>
  );
}

interface Props {
  readonly picked: Picked;
  readonly onPick: (picked: Picked) => void;
  readonly filters: AnnotationFilters;
  readonly matched: number;
  /** What was done, with its way back where there is one. */
  readonly onDone: (done: Done) => void;
}
export interface Done { readonly words: string; readonly undo: (() => Promise<unknown>) | null }

export function BulkBar({ picked, onPick, filters, matched, onDone }: Props) {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const [field, setField] = useState<Field>('status');
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [inWords, asReason] = [useRefusalText(), useReasonText()];
  const ones = [...picked.ones.values()];
  const change = changeOf(field, value);

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setRefusal(null);
    try {
      await act();
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  const apply = () => attempt(async () => {
    if (!change) return;
    await changeMany(bulkOf(ones, change));
    const words = texts.done(number(ones.length));
    const back = undoOf(ones, change);
    const undo = change.deleted ? () => Promise.all(ones.map(({ id, version }) => restoreVersion(id, version + 1, version))) : back && (async () => {
      for (const one of back) await changeMany(one);
    });
    onDone({ words, undo });
    announce(words);
    onPick(NONE);
  });
  return (
    <section className={styles.bulk} aria-label={texts.group} data-testid="bulk">
      <div className={styles.line}>
        <b data-testid="bulk-count">{texts.selected(number(ones.length), plural(ones.length))}</b>
        {ones.length < Math.min(matched, PICK_MAX) && <Button kind="quiet" disabled={busy} onClick={() => void attempt(async () => onPick(pickAll(await everything(filters))))}>{matched > PICK_MAX ? texts.most(number(PICK_MAX)) : texts.all(number(matched))}</Button>}
        <Button kind="quiet" onClick={() => onPick(NONE)}>{texts.none}</Button>
      </div>
      <form onSubmit={(event) => { event.preventDefault(); void apply(); }}>
        <label className={styles.field}><span>{texts.what}</span>
          <select value={field} onChange={(event) => { setField(event.currentTarget.value as Field); setValue(''); }}>{FIELDS.map((name) => <option key={name} value={name}>{texts[name]}</option>)}</select>
        </label>
        <Value field={field} value={value} onChange={setValue} />
        <Button kind="primary" type="submit" disabled={busy || !change}>{field === 'deleted' ? texts.remove : texts.apply}</Button>
      </form>
      {refusal && (
        <Notice kind="bad">
          <p>{texts.failed} {inWords(refusal)}</p>
          {refusal.those.length > 0 && <ul className={styles.refused}>{refusal.those.map(({ id, reason }) => <li key={id}><b>{picked.ones.get(id)?.title ?? id}</b>{reason && `: ${asReason(reason)}`}</li>)}</ul>}
        </Notice>
      )}
    </section>
  );
}

/** What was done a moment ago, and the way back. */
export function DoneNotice({ done, onGone }: { readonly done: Done; readonly onGone: () => void }) {
  const texts = useTexts(TEXTS);
  const inWords = useRefusalText();
  const [fault, setFault] = useState<string | null>(null);
  const undo = () => done.undo?.().then(() => {
    announce(texts.undone);
    onGone();
  }, (error: unknown) => setFault(inWords(refusalOf(error))));
  return <Notice kind={fault ? 'bad' : 'info'} action={done.undo && !fault ? <Button kind="quiet" onClick={() => void undo()}>{texts.undo}</Button> : undefined}><span data-testid="bulk-done">{fault ?? done.words}</span></Notice>;
}
