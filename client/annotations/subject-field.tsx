/** What an annotation is about: parcels, zones, plans and paragraphs by their number or name in any spelling; a parcel may lend its shape. */
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { fetchFeature } from '../api/features.ts';
import { queryClient } from '../api/query-client.ts';
import { SEARCH_LENGTH, searchQuery } from '../api/search.ts';
import type { AnnotationSubject } from '../../domain/contract/office/annotation.ts';
import type { Geometry } from '../../domain/contract/geojson.ts';
import type { SearchResult } from '../../domain/contract/search.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { mapState } from '../map/map-store.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import styles from './annotations.module.css';
import { shapesOf, withSubject } from './content.ts';
import { change, type Editing } from './editor-store.ts';
import { FIELD_TEXTS, useSubjectWords } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    label: 'Działka, teren albo plan', hint: 'Numer, symbol albo nazwa, np. S-1 580/4 albo plan Bronowice.', search: 'Znajdź', attach: 'Dołącz', shape: 'Wstaw kształt', none: 'Niczego takiego nie znaleziono.', remove: (name: string) => `Odłącz: ${name}`,
    attached: (name: string) => `Dołączono: ${name}.`, placed: (name: string) => `Wstawiono kształt: ${name}.`, kinds: 'Kształt działki można wstawić tylko do wielokątów.', paragraph: 'Ustęp planu (np. § 12 ust. 3)', addParagraph: 'Dołącz ustęp', empty: 'Jeszcze do niczego nie dołączono.',
  },
  en: {
    label: 'Parcel, zone or plan', hint: 'Number, symbol or name, e.g. S-1 580/4 or plan Bronowice.', search: 'Find', attach: 'Attach', shape: 'Take its shape', none: 'Nothing like that was found.', remove: (name: string) => `Detach: ${name}`,
    attached: (name: string) => `Attached: ${name}.`, placed: (name: string) => `Shape taken: ${name}.`, kinds: 'The shape of a parcel fits polygons only.', paragraph: 'Paragraph of the plan (e.g. § 12 (3))', addParagraph: 'Attach the paragraph', empty: 'Not attached to anything yet.',
  },
});

const KINDS: Readonly<Record<string, 'parcel' | 'zone' | 'plan'>> = { parcel: 'parcel', zone: 'zone', plan: 'plan' };

function Found({ one, editing }: { readonly one: SearchResult; readonly editing: Editing }) {
  const texts = useTexts(TEXTS);
  const id = useId();
  const [paragraph, setParagraph] = useState('');
  const [error, setError] = useState<unknown>(null);
  const { subjects } = editing.draft.content;
  const attach = (subject: AnnotationSubject) => {
    change({ subjects: withSubject(subjects, [subject]) });
    announce(texts.attached(one.label));
  };
  const shape = async () => {
    try {
      const { geometry } = await fetchFeature({ layer: one.layer, key: one.key });
      editing.drawing.act({ do: 'place', shapes: shapesOf(geometry as Geometry) });
      announce(texts.placed(one.label));
    } catch (failed) {
      setError(failed);
    }
  };
  const areas = editing.drawing.drawing().shapes.every(({ kind }) => kind === 'polygon');
  return (
    <li>
      <div className={styles.row}>
        <p className={styles.whole}><b>{one.label}</b> <span className={styles.quiet}>{one.context}</span></p>
        <Button onClick={() => attach({ kind: KINDS[one.kind]!, key: one.key })}>{texts.attach}</Button>
        <Button kind="quiet" disabled={!areas} title={areas ? undefined : texts.kinds} onClick={() => void shape()}>{texts.shape}</Button>
      </div>
      {one.kind === 'plan' && (
        <form className={`${styles.row} ${styles.asking}`} onSubmit={(event) => { event.preventDefault(); if (paragraph.trim()) attach({ kind: 'paragraph', key: one.key, paragraph: paragraph.trim() }); }}>
          <div className={`${styles.field} ${styles.grow}`}><label htmlFor={id}>{texts.paragraph}</label><input id={id} value={paragraph} maxLength={100} onChange={({ target }) => setParagraph(target.value)} /></div>
          <Button type="submit">{texts.addParagraph}</Button>
        </form>
      )}
      {error !== null && <FailureNotice error={error} />}
    </li>
  );
}

export function SubjectField({ editing }: { readonly editing: Editing }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const words = useSubjectWords();
  const lang = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly SearchResult[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { subjects } = editing.draft.content;
  const find = async () => {
    if (text.trim() === '') return;
    try {
      const { bounds } = mapState();
      const { results } = await queryClient.fetchQuery(searchQuery(text, bounds && [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2], lang));
      const fitting = results.filter(({ kind }) => KINDS[kind]).slice(0, 6);
      setFound(fitting);
      setError(null);
      if (fitting.length === 0) announce(texts.none);
    } catch (failed) {
      setError(failed);
    }
  };
  return (
    <fieldset className={styles.group}>
      <legend>{fields.subjects}</legend>
      {subjects.length === 0 ? <p className={styles.quiet}>{texts.empty}</p> : (
        <ul className={styles.chips} data-testid="subjects">
          {subjects.map((subject) => (
            <li key={JSON.stringify(subject)} className={styles.chip}>
              {words(subject)}
              <IconButton name={texts.remove(words(subject))} onClick={() => change({ subjects: subjects.filter((one) => one !== subject) })}><X size={14} aria-hidden /></IconButton>
            </li>
          ))}
        </ul>
      )}
      <form className={`${styles.row} ${styles.asking}`} onSubmit={(event) => { event.preventDefault(); void find(); }}>
        <div className={`${styles.field} ${styles.grow}`}><label htmlFor={id}>{texts.label}</label><input id={id} value={text} maxLength={SEARCH_LENGTH} aria-describedby={`${id}-hint`} onChange={({ target }) => setText(target.value)} /></div>
        <Button type="submit">{texts.search}</Button>
      </form>
      <p id={`${id}-hint`} className={styles.quiet}>{texts.hint}</p>
      {error !== null && <FailureNotice error={error} onRetry={() => void find()} />}
      {found?.length === 0 && <p>{texts.none}</p>}
      {found && found.length > 0 && <ul className={styles.list} data-testid="found-subjects">{found.map((one) => <Found key={`${one.layer}/${one.key}`} one={one} editing={editing} />)}</ul>}
    </fieldset>
  );
}
