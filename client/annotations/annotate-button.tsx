/** "Add an annotation" in the panel of an object, for planners: opens the sheet with the object attached. And what paragraphs of a plan offer. */
import { NotebookPen } from 'lucide-react';
import { useAccount, writesAnnotations } from '../api/session.ts';
import type { AnnotationSubject } from '../../domain/contract/office/annotation.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import type { ObjectRef } from '../selection/selection.ts';
import { Button } from '../ui/button.tsx';
import { navigate } from '../url/use-url.ts';
import more from '../panels/statement.module.css';
import styles from './annotations.module.css';
import { change, editingNow, wish } from './editor-store.ts';
import { withSubject } from './content.ts';

const TEXTS = defineTexts({
  pl: { add: 'Dodaj adnotację', attach: 'Dołącz do adnotacji', several: (n: number) => `Dodaj adnotację do działek (${n})`, paragraph: 'Adnotacja do ustępu', about: (paragraph: string) => `Dodaj adnotację: ${paragraph}`, zone: (symbol: string) => ` – ${symbol}` },
  en: { add: 'Add an annotation', attach: 'Attach to the annotation', several: (n: number) => `Annotate the parcels (${n})`, paragraph: 'Annotate a paragraph', about: (paragraph: string) => `Add an annotation: ${paragraph}`, zone: (symbol: string) => ` – ${symbol}` },
});

const KIND_OF: Readonly<Record<string, 'parcel' | 'zone' | 'plan'>> = { parcels: 'parcel', zones: 'zone', plans: 'plan' };

/** What an object is as a subject; null: annotations are not about such things. */
export function subjectOf(object: ObjectRef): AnnotationSubject | null {
  const kind = KIND_OF[object.layer];
  return kind && 'key' in object ? { kind, key: object.key } : null;
}

/** Opens the sheet for a new annotation about these; an open one takes them in. */
export function annotate(subjects: readonly AnnotationSubject[]): void {
  const open = editingNow();
  if (open) return change({ subjects: withSubject(open.draft.content.subjects, subjects) });
  wish({ subjects });
  navigate({ tool: 'annotate' });
}

export function AnnotateButton({ objects }: { readonly objects: readonly ObjectRef[] }) {
  const texts = useTexts(TEXTS);
  const account = useAccount();
  const subjects = objects.flatMap((object) => subjectOf(object) ?? []);
  if (!writesAnnotations(account) || subjects.length === 0) return null;
  const words = subjects.length > 1 ? texts.several(subjects.length) : texts.add;
  return <Button data-testid="annotate-object" onClick={() => annotate(subjects)}><NotebookPen size={16} aria-hidden />{words}</Button>;
}

interface Paragraphs {
  /** Key of the plan. */
  readonly plan: string;
  readonly symbol: string;
  /** As the plan names them; those that are missing or named twice count once or not. */
  readonly paragraphs: readonly (string | null | undefined)[];
}

/** The paragraphs that were just read, each to be annotated. */
export function ParagraphButtons({ plan, symbol, paragraphs }: Paragraphs) {
  const texts = useTexts(TEXTS);
  const account = useAccount();
  const named = [...new Set(paragraphs.filter((one) => one !== null && one !== undefined && one !== ''))] as string[];
  if (!writesAnnotations(account) || named.length === 0) return null;
  return (
    <details className={more.more} data-testid="annotate-paragraph">
      <summary>{texts.paragraph}<span className="unseen">{texts.zone(symbol)}</span></summary>
      <div className={styles.row}>{named.map((paragraph) => <Button key={paragraph} aria-label={texts.about(paragraph)} onClick={() => annotate([{ kind: 'paragraph', key: plan, paragraph }])}>{paragraph}</Button>)}</div>
    </details>
  );
}
