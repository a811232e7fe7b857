/** What a row, a card and the section of a panel say of an annotation: symbol, title, where, status, due day, who, comments – all in words. */
import { shortParcelName } from '../../domain/geo/parcel-identifier.ts';
import { MessageSquare, Paperclip, TriangleAlert } from 'lucide-react';
import type { AnnotationSummary } from '../../domain/contract/office/annotation.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { STATUSES } from '../../domain/office/annotation-rules.ts';
import { CATEGORIES, DEMONSTRATION_TAG, PRIORITIES } from '../../domain/office/annotation-words.ts';
import { AnnotationSymbol } from '../annotation-map/annotation-symbol.tsx';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { dueIn } from './due.ts';
import styles from './list.module.css';

const TEXTS = defineTexts({
  pl: {
    overdue: (days: string, plural: string) => `po terminie o ${days} ${plural === 'one' ? 'dzień' : 'dni'}`, today: 'termin dziś', tomorrow: 'termin jutro', due: (day: string) => `termin ${day}`,
    review: 'do sprawdzenia po zmianie ewidencji', deleted: (day: string) => `usunięta ${day}`, comments: (n: string) => `komentarze: ${n}`, files: (n: string) => `załączniki: ${n}`,
    plan: 'plan', zone: 'teren', parcel: 'dz.', more: (n: string) => `i ${n} więcej`, priority: (name: string) => `priorytet ${name}`, place: 'miejsce na mapie',
    mine: 'tylko ja', office: 'urząd', public: 'publiczna', demonstration: 'dane demonstracyjne',
  },
  en: {
    overdue: (days: string, plural: string) => `overdue by ${days} ${plural === 'one' ? 'day' : 'days'}`, today: 'due today', tomorrow: 'due tomorrow', due: (day: string) => `due ${day}`,
    review: 'to be checked after a change of the cadastre', deleted: (day: string) => `deleted ${day}`, comments: (n: string) => `comments: ${n}`, files: (n: string) => `attachments: ${n}`,
    plan: 'plan', zone: 'zone', parcel: 'parcel', more: (n: string) => `and ${n} more`, priority: (name: string) => `${name} priority`, place: 'a place on the map',
    mine: 'only me', office: 'the office', public: 'public', demonstration: 'demonstration data',
  },
});

/** Where it is, in a few words: what it is about, then the district. */
function useWhere(): (one: AnnotationSummary) => string {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  return ({ subjects: [first, ...others], district }) => {
    const name = first && (first.kind === 'parcel' ? `${texts.parcel} ${shortParcelName(first.key)}` : first.kind === 'zone' ? `${texts.zone} ${first.key.split(':').at(-1)}` : `${texts.plan} ${first.key}${first.kind === 'paragraph' ? `, ${first.paragraph}` : ''}`);
    return [name, others.length > 0 && texts.more(number(others.length)), district?.name].filter(Boolean).join(' · ') || texts.place;
  };
}

/** When it is due in words; null when nothing is. `late`: the day has passed and it is not closed, as the server counts what is overdue. */
export function useDue(): (one: Pick<AnnotationSummary, 'dueOn' | 'status'>) => { readonly words: string; readonly late: boolean } | null {
  const texts = useTexts(TEXTS);
  const { date, number, plural } = useFormats();
  return ({ dueOn, status }) => {
    if (dueOn === null) return null;
    const days = dueIn(dueOn, dayInKrakow());
    const late = days < 0 && status !== 'closed';
    return { late, words: late ? texts.overdue(number(-days), plural(-days)) : days === 0 ? texts.today : days === 1 ? texts.tomorrow : texts.due(date(dueOn)) };
  };
}

/** What it is in one line of words: category, status, priority where it says something. */
export function useKindWords(): (one: Pick<AnnotationSummary, 'category' | 'status' | 'priority'>) => string {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const label = <T extends string>(list: readonly { readonly value: T; readonly label: { readonly pl: string; readonly en: string } }[], value: T) => say(list.find((one) => one.value === value)!.label);
  return ({ category, status, priority }) => [label(CATEGORIES, category), label(STATUSES, status), priority !== 'normal' && texts.priority(label(PRIORITIES, priority))].filter(Boolean).join(' · ');
}

export function AnnotationFacts({ one, withoutStatus = false }: { readonly one: AnnotationSummary; readonly withoutStatus?: boolean }) {
  const texts = useTexts(TEXTS);
  const { number, date } = useFormats();
  const [where, due, kind] = [useWhere(), useDue()(one), useKindWords()];
  const words = kind(one).split(' · ').filter((_word, at) => !(withoutStatus && at === 1)).join(' · ');
  return (
    <>
      <AnnotationSymbol facts={one} className={styles.symbol} />
      <span className={styles.facts}>
        <b>{one.title}</b>
        <small>{words}{one.visibility !== 'office' && ` · ${texts[one.visibility]}`}</small>
        <small>{where(one)}</small>
        <small className={styles.marks}>
          {due && <em className={due.late ? styles.late : undefined}>{due.late && <TriangleAlert size={12} aria-hidden />}{due.words}</em>}
          {one.tags.includes(DEMONSTRATION_TAG) && <em>{texts.demonstration}</em>}
          {one.assignee && <em>{one.assignee.name}</em>}
          {one.comments > 0 && <em title={texts.comments(number(one.comments))}><MessageSquare size={12} aria-hidden /><span className="unseen">{texts.comments('')}</span>{number(one.comments)}</em>}
          {one.attachments > 0 && <em title={texts.files(number(one.attachments))}><Paperclip size={12} aria-hidden /><span className="unseen">{texts.files('')}</span>{number(one.attachments)}</em>}
          {one.needsReview && <em className={styles.late}><TriangleAlert size={12} aria-hidden />{texts.review}</em>}
          {one.deletedAt && <em className={styles.late}>{texts.deleted(date(one.deletedAt))}</em>}
        </small>
      </span>
    </>
  );
}
