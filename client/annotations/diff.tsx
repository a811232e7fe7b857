/** Two values of a field: texts by words, everything else one after the other. */
import type { AnnotationContent } from '../../domain/contract/office/annotation.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import styles from './annotations.module.css';
import { wordDiff } from './lines.ts';
import type { Field } from './merge.ts';
import { useFieldWords } from './words.ts';

const TEXTS = defineTexts({ pl: { gone: 'usunięto:', added: 'dodano:' }, en: { gone: 'deleted:', added: 'added:' } });

export function Diff({ field, before, after }: { readonly field: Field; readonly before: AnnotationContent[Field]; readonly after: AnnotationContent[Field] }) {
  const texts = useTexts(TEXTS);
  const words = useFieldWords();
  const parts = field === 'text' || field === 'title' || field === 'tags'
    ? wordDiff(field === 'tags' ? words(field, before) : String(before), field === 'tags' ? words(field, after) : String(after))
    : [{ kind: 'gone' as const, text: words(field, before) }, { kind: 'same' as const, text: ' → ' }, { kind: 'new' as const, text: words(field, after) }];
  return (
    <p className={styles.diff}>
      {parts.map(({ kind, text }, at) => (kind === 'same' ? <span key={at}>{text}</span> : kind === 'gone' ? <del key={at}><span className="unseen">{texts.gone} </span>{text}</del> : <ins key={at}><span className="unseen">{texts.added} </span>{text}</ins>))}
    </p>
  );
}
