/** The panel of an annotation: what it says, where it stands, what it is about, and everything people did with it. */
import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { annotationQuery, deleteAnnotation, forgetAnnotations, restoreVersion, type WriteFault, writeFault } from '../api/annotations.ts';
import { useAccount } from '../api/session.ts';
import { Failure } from '../api/http.ts';
import type { Annotation } from '../../domain/contract/office/annotation.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { defineTexts, useFormats, useMoment, useTexts } from '../i18n/language.ts';
import { showBox, showPoint } from '../map/camera.ts';
import { useMap } from '../map/map-store.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { ObjectLink } from '../panels/object-link.tsx';
import { PanelHead } from '../panels/panel-head.tsx';
import panel from '../panels/panels.module.css';
import { Skeleton } from '../panels/skeleton.tsx';
import type { ObjectRef } from '../selection/selection.ts';
import { closeSelection } from '../selection/use-selection.ts';
import { usePalette } from '../theme/theme.ts';
import { announce } from '../ui/announce.tsx';
import { Button, classes } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { navigate } from '../url/use-url.ts';
import styles from './annotations.module.css';
import { Attachments } from './attachments.tsx';
import { Comments } from './comments.tsx';
import { useCompared } from './compared-store.ts';
import { useEditing } from './editor-store.ts';
import { Fault, goToSignIn } from './faults.tsx';
import { Markdown } from './markdown.tsx';
import { Reviews } from './reviews.tsx';
import { StatusSteps } from './status-steps.tsx';
import { offerUndo } from './undo-store.ts';
import { FIELD_TEXTS, useLabels, useSubjectWords } from './words.ts';

const History = lazy(() => import('./history.tsx').then((part) => ({ default: part.History })));

const TEXTS = defineTexts({
  pl: {
    kind: 'Adnotacja', missing: 'Tej adnotacji nie ma albo nie jest dla Ciebie.', signIn: 'Zaloguj się', overdue: 'po terminie', review: 'Do rozstrzygnięcia po zmianie ewidencji', comments: 'Komentarze', attachments: 'Załączniki', history: 'Historia', edit: 'Edytuj', remove: 'Usuń', restore: 'Przywróć',
    made: (who: string, when: string) => `Utworzono${who}: ${when}`, changed: (who: string, when: string) => `zmieniono${who}: ${when}`, by: (name: string) => ` przez: ${name}`, deleted: (name: string) => `Usunięto adnotację „${name}”.`, gone: (day: string) => `Adnotacja usunięta ${day}; można ją przywrócić przez 30 dni.`, seen: (whom: string) => `widzi: ${whom}`,
  },
  en: {
    kind: 'Annotation', missing: 'This annotation is not there, or it is not for you.', signIn: 'Sign in', overdue: 'overdue', review: 'To be decided after a change of the cadastre', comments: 'Comments', attachments: 'Attachments', history: 'History', edit: 'Edit', remove: 'Delete', restore: 'Bring back',
    made: (who: string, when: string) => `Created${who}: ${when}`, changed: (who: string, when: string) => `changed${who}: ${when}`, by: (name: string) => ` by ${name}`, deleted: (name: string) => `The annotation “${name}” is deleted.`, gone: (day: string) => `Deleted on ${day}; it can be brought back for 30 days.`, seen: (whom: string) => `seen by: ${whom}`,
  },
});

type Box = readonly [number, number, number, number];

/** The drawn shape (or the place) on the map, the camera there on a link without one, and the title of the page. */
function useShown(annotation: Annotation | undefined): void {
  const { accent, halo } = usePalette();
  const map = useMap();
  const data = useMemo(() => annotation && ({ type: 'Feature' as const, properties: {}, geometry: (annotation.geometry ?? { type: 'Point', coordinates: annotation.place }) as GeoJSON.Geometry }), [annotation]);
  const layers = useMemo(() => [
    { type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': accent, 'fill-opacity': 0.14 } },
    { type: 'line', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': halo, 'line-width': 6, 'line-opacity': 0.75 } },
    { type: 'line', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': accent, 'line-width': 2.6 } },
    { type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 9, 'circle-color': accent, 'circle-opacity': 0.25, 'circle-stroke-color': accent, 'circle-stroke-width': 2.6 } },
  ] as const, [accent, halo]);
  // What is drawn or compared stands alone: a third outline would be taken for one of them.
  const comparing = useCompared();
  const drawn = useEditing()?.draft.id === annotation?.id;
  useOverlay('annotation', comparing || drawn ? null : data ?? null, layers);
  const title = annotation?.title;
  useEffect(() => {
    if (!title) return;
    const before = document.title;
    document.title = `${title} | MSIP Kraków`;
    return () => { document.title = before; };
  }, [title]);
  const [came] = useState(() => !/^#[\d.]+\//.test(location.hash));
  const box = annotation?.bbox;
  const id = annotation?.id;
  useEffect(() => {
    if (!map || !came || !box || !id) return;
    const [west, south, east, north] = box as Box;
    if (east - west < 0.0004 && north - south < 0.0004) showPoint([(west + east) / 2, (south + north) / 2], 17.5);
    else showBox([west, south, east, north], { maxZoom: 17.5 });
    // Once an annotation: the reader has the map from then on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, came, id]);
}

function Facts({ annotation: { subjects, dueOn, status, assignee, tags, category, priority } }: { readonly annotation: Annotation }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const labels = useLabels();
  const words = useSubjectWords();
  const { date } = useFormats();
  const late = dueOn !== null && dueOn < dayInKrakow() && status !== 'closed' && status !== 'decided';
  const layer = { parcel: 'parcels', zone: 'zones', plan: 'plans', paragraph: 'plans' } as const;
  return (
    <dl className={styles.facts}>
      <dt>{fields.category}</dt><dd>{labels.category(category)}</dd>
      <dt>{fields.priority}</dt><dd>{labels.priority(priority)}</dd>
      {dueOn && <><dt>{fields.dueOn}</dt><dd>{date(dueOn)}{late && <> <span className={classes(styles.chip, styles.late)}>{texts.overdue}</span></>}</dd></>}
      {assignee && <><dt>{fields.assignee}</dt><dd>{assignee.name}</dd></>}
      {tags.length > 0 && <><dt>{fields.tags}</dt><dd className={styles.chips}>{tags.map((tag) => <span key={tag} className={styles.chip}>{tag}</span>)}</dd></>}
      {subjects.length > 0 && <><dt>{fields.subjects}</dt><dd><ul>{subjects.map((subject) => <li key={JSON.stringify(subject)}><ObjectLink object={{ layer: layer[subject.kind], key: subject.key }}>{words(subject)}</ObjectLink></li>)}</ul></dd></>}
    </dl>
  );
}

function Fold({ title, children, testid }: { readonly title: string; readonly children: ReactNode; readonly testid: string }) {
  const [open, setOpen] = useState(false);
  return <details className={styles.group} data-testid={testid} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}><summary>{title}</summary>{open && children}</details>;
}

function Deeds({ annotation }: { readonly annotation: Annotation }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const [fault, setFault] = useState<WriteFault | null>(null);
  const { id, version, title, may, deletedAt } = annotation;
  const failed = (error: unknown) => {
    setFault(writeFault(error));
    void forgetAnnotations(id);
  };
  const remove = () => void deleteAnnotation(id, version).then((gone) => {
    closeSelection();
    announce(texts.deleted(title));
    offerUndo({ words: texts.deleted(title), undo: async () => { await restoreVersion(id, gone.version, version); navigate({ selection: { kind: 'one', object: { layer: 'annotations', key: id } } }); } });
  }, failed);
  return (
    <>
      {deletedAt && <Notice action={may.restore && <Button kind="quiet" onClick={() => void restoreVersion(id, version, version - 1).catch(failed)}>{texts.restore}</Button>}>{texts.gone(date(deletedAt))}</Notice>}
      {!deletedAt && (may.edit || may.delete) && (
        <div className={panel.actions}>
          {may.edit && <Button data-testid="edit-annotation" onClick={() => navigate({ tool: 'annotate' })}><Pencil size={16} aria-hidden />{texts.edit}</Button>}
          {may.delete && <Button onClick={remove}><Trash2 size={16} aria-hidden />{texts.remove}</Button>}
        </div>
      )}
      {fault && <Fault fault={fault} />}
    </>
  );
}

export function AnnotationPanel({ id }: { readonly id: string }) {
  const texts = useTexts(TEXTS);
  const labels = useLabels();
  const moment = useMoment();
  const account = useAccount();
  const { data: annotation, error, refetch } = useQuery(annotationQuery(id));
  useShown(annotation);
  // Who signs in sees more: the answer depends on who asks.
  const reader = account?.id ?? null;
  useEffect(() => { if (reader !== null) void forgetAnnotations(id); }, [reader, id]);
  const object: ObjectRef = { layer: 'annotations', key: id };
  const missing = error instanceof Failure && (error.kind === 'not-found' || error.kind === 'rejected');
  if (!annotation) {
    return (
      <article className={panel.panel} data-testid="annotation-panel">
        <PanelHead object={object} kind={texts.kind} title={error ? texts.kind : '…'} bbox={null} plain />
        {missing ? <Notice action={!account && <Button kind="quiet" onClick={goToSignIn}>{texts.signIn}</Button>}>{texts.missing}</Notice> : error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </article>
    );
  }
  const by = (person: { readonly name: string } | null) => (person ? texts.by(person.name) : '');
  return (
    <article className={panel.panel} data-testid="annotation-panel">
      <PanelHead object={object} kind={texts.kind} title={annotation.title} bbox={annotation.bbox as unknown as Box} plain>
        <p className={styles.chips}><span className={classes(styles.chip, styles.status)} data-testid="annotation-status">{labels.status(annotation.status)}</span></p>
      </PanelHead>
      <Deeds annotation={annotation} />
      {annotation.reviews.length > 0 && <section className={panel.section}><h3>{texts.review}</h3><Reviews annotation={annotation} /></section>}
      {annotation.text && <Markdown text={annotation.text} />}
      <StatusSteps annotation={annotation} />
      <Facts annotation={annotation} />
      {account && <section className={panel.section}><h3>{texts.comments}</h3><Comments annotation={annotation} /></section>}
      {account && <section className={panel.section}><h3>{texts.attachments}</h3><Attachments annotation={annotation} account={account.id} /></section>}
      {account && <Fold title={texts.history} testid="history"><Suspense fallback={<Skeleton lines={3} />}><History annotation={annotation} /></Suspense></Fold>}
      <p className={panel.source}>{texts.made(by(annotation.author), moment(annotation.createdAt))}; {texts.changed(by(annotation.changedBy), moment(annotation.changedAt))}; {texts.seen(labels.visibility(annotation.visibility))}</p>
    </article>
  );
}
