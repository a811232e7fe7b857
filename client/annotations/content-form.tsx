/** The fields of an annotation that are typed and chosen; each change is kept at once. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { planningColleaguesQuery, useAccount } from '../api/session.ts';
import type { AnnotationContent } from '../../domain/contract/office/annotation.ts';
import { VISIBILITIES } from '../../domain/office/annotation-rules.ts';
import { CATEGORIES, PRIORITIES } from '../../domain/office/annotation-words.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import styles from './annotations.module.css';
import { readTags } from './content.ts';
import { change } from './editor-store.ts';
import { FIELD_TEXTS } from './words.ts';

const TEXTS = defineTexts({
  pl: { markdown: 'Można używać Markdown: **pogrubienie**, listy, odnośniki.', tagsHint: 'Oddzielaj przecinkami; litery, cyfry, spacje i łączniki.', refused: (tags: string) => `Tego nie da się użyć jako etykiety: ${tags}`, nobody: 'nikt', required: 'Podaj tytuł.' },
  en: { markdown: 'Markdown works: **bold**, lists, links.', tagsHint: 'Commas between; letters, digits, spaces and hyphens.', refused: (tags: string) => `This cannot be a tag: ${tags}`, nobody: 'nobody', required: 'Give it a title.' },
});

type Option = { readonly value: string; readonly label: { readonly pl: string; readonly en: string } };

interface Props {
  readonly content: AnnotationContent;
  /** Saving was asked for and this was missing. */
  readonly missing: string | null;
}

export function WordsForm({ content, missing }: Props) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const id = useId();
  return (
    <div className={styles.form}>
      <div className={styles.field}>
        <label htmlFor={`${id}-title`}>{fields.title}</label>
        <input id={`${id}-title`} value={content.title} maxLength={200} required aria-invalid={missing === 'title'} aria-describedby={missing === 'title' ? `${id}-required` : undefined} data-testid="annotation-title" onChange={({ target }) => change({ title: target.value })} />
        {missing === 'title' && <p id={`${id}-required`} className={styles.fault} role="alert">{texts.required}</p>}
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-text`}>{fields.text}</label>
        <textarea id={`${id}-text`} value={content.text} maxLength={10_000} rows={3} aria-describedby={`${id}-markdown`} data-testid="annotation-text" onChange={({ target }) => change({ text: target.value })} />
        <p id={`${id}-markdown`} className={styles.quiet}>{texts.markdown}</p>
      </div>
    </div>
  );
}

export function DetailsForm({ content }: Pick<Props, 'content'>) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const say = useSay();
  const id = useId();
  const account = useAccount();
  const { data: colleagues = [] } = useQuery(planningColleaguesQuery);
  const [tags, setTags] = useState(content.tags.join(', '));
  const read = readTags(tags);
  // Tags that came from elsewhere (a merge) stand in the field.
  const shown = read.tags.join() === content.tags.join() ? tags : content.tags.join(', ');
  const select = (name: 'category' | 'priority' | 'visibility', options: readonly Option[]) => (
    <div className={styles.field}>
      <label htmlFor={`${id}-${name}`}>{fields[name]}</label>
      <select id={`${id}-${name}`} value={content[name]} onChange={({ target }) => change({ [name]: target.value } as Partial<AnnotationContent>)}>{options.map(({ value, label }) => <option key={value} value={value}>{say(label)}</option>)}</select>
    </div>
  );
  const publishes = account?.role === 'chief-planner' || content.visibility === 'public';
  return (
    <div className={styles.form}>
      <div className={styles.pair}>{select('category', CATEGORIES)}{select('priority', PRIORITIES)}</div>
      <div className={styles.pair}>
        <div className={styles.field}><label htmlFor={`${id}-due`}>{fields.dueOn}</label><input id={`${id}-due`} type="date" min="2000-01-01" max="2100-12-31" value={content.dueOn ?? ''} onChange={({ target }) => change({ dueOn: target.value || null })} /></div>
        <div className={styles.field}>
          <label htmlFor={`${id}-assignee`}>{fields.assignee}</label>
          <select id={`${id}-assignee`} value={content.assignee ?? ''} onChange={({ target }) => change({ assignee: target.value === '' ? null : Number(target.value) })}>
            <option value="">{texts.nobody}</option>
            {colleagues.filter((one) => content.visibility !== 'mine' || one.id === account?.id).map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select>
        </div>
      </div>
      {select('visibility', VISIBILITIES.filter(({ value }) => value !== 'public' || publishes))}
      <div className={styles.field}>
        <label htmlFor={`${id}-tags`}>{fields.tags}</label>
        <input id={`${id}-tags`} value={shown} aria-describedby={`${id}-tags-hint`} onChange={({ target }) => { setTags(target.value); change({ tags: readTags(target.value).tags }); }} />
        <p id={`${id}-tags-hint`} className={read.refused.length > 0 ? styles.fault : styles.quiet}>{read.refused.length > 0 ? texts.refused(read.refused.join(', ')) : texts.tagsHint}</p>
      </div>
    </div>
  );
}
