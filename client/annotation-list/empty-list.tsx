/** Nothing meets the conditions: which of them leave nothing, and a way out of each. */
import { useQuery } from '@tanstack/react-query';
import { fetchAnnotations, ANNOTATIONS } from '../api/annotations.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useViewBox } from '../map/view-box.ts';
import { CONDITION_TEXTS } from './notes-conditions.tsx';
import { ALL, asQuery, conditionsOf, type NotesFilter } from './notes-filter.ts';
import { setNotes } from './use-notes.ts';
import styles from './list.module.css';

const TEXTS = defineTexts({
  pl: { none: 'Nie ma jeszcze żadnej adnotacji.', empty: 'Żadna adnotacja nie spełnia tych warunków.', drop: (name: string, n: string) => `Bez warunku „${name}”: ${n}`, all: 'Usuń wszystkie warunki' },
  en: { none: 'There is no annotation yet.', empty: 'No annotation meets these conditions.', drop: (name: string, n: string) => `Without “${name}”: ${n}`, all: 'Remove all conditions' },
});

const without = (filter: NotesFilter, name: keyof NotesFilter): NotesFilter => ({ ...filter, [name]: ALL[name] });

/** How many there would be without one condition; nothing when that does not help. */
function Relax({ filter, name }: { readonly filter: NotesFilter; readonly name: keyof NotesFilter }) {
  const texts = useTexts(TEXTS);
  const names = useTexts(CONDITION_TEXTS);
  const { number } = useFormats();
  const query = asQuery(without(filter, name), useViewBox());
  const { data } = useQuery({ queryKey: [ANNOTATIONS, 'list', 'count', query], queryFn: async ({ signal }) => (await fetchAnnotations({ ...query, limit: 1 }, signal)).numberMatched });
  return data ? <Button onClick={() => setNotes({ [name]: ALL[name] })} data-relax={name}>{texts.drop(names[name], number(data))}</Button> : null;
}

export function EmptyList({ filter }: { readonly filter: NotesFilter }) {
  const texts = useTexts(TEXTS);
  const conditions = conditionsOf(filter);
  return (
    <div className={styles.empty} data-testid="annotations-empty">
      <p>{conditions.length === 0 ? texts.none : texts.empty}</p>
      {conditions.map((name) => <Relax key={name} filter={filter} name={name} />)}
      {conditions.length > 1 && <Button kind="quiet" onClick={() => setNotes(ALL)}>{texts.all}</Button>}
    </div>
  );
}
