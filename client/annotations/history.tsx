/** Every version of an annotation: who, when, what in words; any two compared in fields and on the map; an earlier one brought back. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { annotationVersionsQuery, forgetAnnotations, restoreVersion, type WriteFault, writeFault } from '../api/annotations.ts';
import type { Annotation, AnnotationContent, AnnotationVersion } from '../../domain/contract/office/annotation.ts';
import { defineTexts, useMoment, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import styles from './annotations.module.css';
import { Diff } from './diff.tsx';
import { Fault } from './faults.tsx';
import { changedFields } from './merge.ts';
import { TwoShapes } from './two-shapes.tsx';
import { offerUndo } from './undo-store.ts';
import { FIELD_TEXTS, useLabels } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    created: 'utworzono', changed: 'zmieniono', status: 'zmieniono status', deleted: 'usunięto', restored: 'przywrócono', followed: 'przeniesiono po zmianie ewidencji', reviewed: 'rozstrzygnięto zmianę działki', attached: 'dodano załącznik', detached: 'usunięto załącznik',
    cadastre: 'aktualizacja ewidencji', version: (n: number) => `Wersja ${n}`, restore: (n: number) => `Przywróć wersję ${n}`, done: (n: number) => `Przywrócono wersję ${n} jako nową.`, from: 'Od wersji', to: 'Do wersji', compare: 'Porównanie wersji', same: 'Te wersje mają tę samą treść.', older: (n: number) => `wersja ${n}`, statusTo: (from: string, to: string) => `Status: ${from} → ${to}`,
  },
  en: {
    created: 'created', changed: 'changed', status: 'status changed', deleted: 'deleted', restored: 'restored', followed: 'moved after an update of the cadastre', reviewed: 'change of a parcel decided', attached: 'attachment added', detached: 'attachment removed',
    cadastre: 'update of the cadastre', version: (n: number) => `Version ${n}`, restore: (n: number) => `Restore version ${n}`, done: (n: number) => `Version ${n} is restored as a new one.`, from: 'From version', to: 'To version', compare: 'Comparison of versions', same: 'These versions have the same content.', older: (n: number) => `version ${n}`, statusTo: (from: string, to: string) => `Status: ${from} → ${to}`,
  },
});

const contentOfVersion = ({ content: { status: _status, deleted: _deleted, ...content }, geometry }: AnnotationVersion): AnnotationContent => ({ ...content, geometry });

function Comparison({ versions }: { readonly versions: readonly AnnotationVersion[] }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const labels = useLabels();
  const id = useId();
  const [picked, setPicked] = useState<readonly [number, number] | null>(null);
  const [from, to] = picked ?? [versions[1]!.version, versions[0]!.version];
  const [before, after] = [from, to].map((wanted) => versions.find(({ version }) => version === wanted) ?? versions[0]!) as [AnnotationVersion, AnnotationVersion];
  const [one, other] = [contentOfVersion(before), contentOfVersion(after)];
  const changed = changedFields(one, other);
  const side = (name: string, value: number, pick: (version: number) => void, at: string) => (
    <div className={styles.field}>
      <label htmlFor={`${id}-${at}`}>{name}</label>
      <select id={`${id}-${at}`} value={value} onChange={({ target }) => pick(Number(target.value))}>{versions.map(({ version }) => <option key={version} value={version}>{version}</option>)}</select>
    </div>
  );
  return (
    <section className={styles.choice} aria-label={texts.compare} data-testid="comparison">
      <div className={styles.pair}>{side(texts.from, from, (version) => setPicked([version, to]), 'from')}{side(texts.to, to, (version) => setPicked([from, version]), 'to')}</div>
      {changed.length === 0 && before.content.status === after.content.status && <p>{texts.same}</p>}
      {before.content.status !== after.content.status && <p>{texts.statusTo(labels.status(before.content.status), labels.status(after.content.status))}</p>}
      {changed.map((field) => <div key={field}><h4>{fields[field]}</h4><Diff field={field} before={one[field]} after={other[field]} /></div>)}
      {changed.includes('geometry') && <TwoShapes first={one.geometry} second={other.geometry} words={[texts.older(from), texts.older(to)]} />}
    </section>
  );
}

export function History({ annotation: { id, version: standing, may } }: { readonly annotation: Annotation }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const moment = useMoment();
  const { data: versions, error, refetch } = useQuery(annotationVersionsQuery(id));
  const [comparing, setComparing] = useState(false);
  const [fault, setFault] = useState<WriteFault | null>(null);
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!versions) return <Loading />;
  const restore = (wanted: number) => void restoreVersion(id, standing, wanted).then((now) => {
    setFault(null);
    announce(texts.done(wanted));
    offerUndo({ words: texts.done(wanted), undo: async () => void await restoreVersion(id, now.version, standing) });
  }, (failed: unknown) => {
    setFault(writeFault(failed));
    void forgetAnnotations(id);
  });
  const what = (one: AnnotationVersion, at: number): string => {
    const before = versions[at + 1];
    const changed = before && ['changed', 'restored'].includes(one.action) ? changedFields(contentOfVersion(before), contentOfVersion(one)).map((field) => fields[field].toLowerCase()) : [];
    return [texts[one.action], changed.join(', ')].filter(Boolean).join(': ');
  };
  return (
    <>
      {versions.length > 1 && <details className={styles.group} onToggle={({ currentTarget }) => setComparing(currentTarget.open)}><summary>{texts.compare}</summary>{comparing && <Comparison versions={versions} />}</details>}
      {fault && <Fault fault={fault} />}
      <ol className={styles.list} data-testid="versions">
        {versions.map((one, at) => (
          <li key={one.version}>
            <p><b>{texts.version(one.version)}</b> · {what(one, at)}</p>
            <p className={styles.quiet}>{one.by?.name ?? texts.cadastre} · {moment(one.at)}</p>
            {one.note && <p className={styles.text}>{one.note}</p>}
            {may.restore && one.version !== standing && !one.content.deleted && <p><Button kind="quiet" className={styles.link} onClick={() => restore(one.version)}>{texts.restore(one.version)}</Button></p>}
          </li>
        ))}
      </ol>
    </>
  );
}
