/** One site of the office: its fields and files, publishing, history. Unsaved changes are kept on the device; who comes late sees both versions. */
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeskSite, SiteContent } from '../../domain/contract/investment/site-desk.ts';
import { Failure } from '../api/http.ts';
import { deskSiteQuery, fetchSite, saveSite } from '../api/site-desk.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { FailureNotice, Loading, Notice } from '../ui/notice.tsx';
import { joinVersions } from '../unsaved/three-way.ts';
import { changeWork, isTouched, rebaseWork, stepWork, useWork, type Work } from '../unsaved/work-store.ts';
import { faultsOf, FIELDS } from './content.ts';
import { FilesField } from './files-field.tsx';
import { useAct } from '../ui/use-act.ts';
import { Fault } from './parts.tsx';
import { Publishing } from './publishing.tsx';
import { type Conflicted, mergedOf, SiteConflict } from './site-conflict.tsx';
import { SiteForm, tidied } from './site-form.tsx';
import { HistorySection } from './site-history.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { back: 'Wszystkie tereny', changed: (when: string, who: string) => `Ostatnia zmiana: ${when}, ${who}`, area: (area: string) => `Powierzchnia ${area}`, show: 'Pokaż na mapie', save: 'Zapisz', saving: 'Zapisywanie…', saved: 'Zapisano.', undo: 'Cofnij krok', discard: 'Porzuć zmiany', correct: 'Popraw zaznaczone pola.', kept: 'Niezapisane zmiany są zachowane na tym urządzeniu.', notKept: 'Nie można zachować zmian na tym urządzeniu – zapisz je przed zamknięciem strony.', found: 'Na tym urządzeniu były niezapisane zmiany z poprzedniej wizyty.', demonstration: 'Dane demonstracyjne – także po publikacji będą tak oznaczone.' },
  en: { back: 'All sites', changed: (when: string, who: string) => `Last change: ${when}, ${who}`, area: (area: string) => `Area ${area}`, show: 'Show on the map', save: 'Save', saving: 'Saving…', saved: 'Saved.', undo: 'Undo a step', discard: 'Discard the changes', correct: 'Correct the marked fields.', kept: 'Changes that are not saved are kept on this device.', notKept: 'Changes cannot be kept on this device – save them before you close the page.', found: 'This device held unsaved changes of an earlier visit.', demonstration: 'Demonstration data: labelled so after publishing too.' },
});

function Opened({ site, work }: { readonly site: DeskSite; readonly work: Work<SiteContent> }) {
  const texts = useTexts(TEXTS);
  const { date, area } = useFormats();
  const act = useAct();
  const [tried, setTried] = useState(false);
  const [conflict, setConflict] = useState<Conflicted | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // Once a site: from then on the map is the reader's.
  const [first] = useState(site.bbox);
  useEffect(() => showBox(first, { maxZoom: 17.5 }), [first]);
  const { value } = work;
  const touched = isTouched(work);
  const content = useMemo(() => tidied(value), [value]);
  const faults = useMemo(() => faultsOf(content), [content]);
  const change = (part: Partial<SiteContent>, about: string) => changeWork<SiteContent>(work, (now) => ({ ...now, ...part }), about);
  const send = async (version: number, wanted: SiteContent) => {
    try {
      const saved = await saveSite(site.key, version, wanted);
      rebaseWork(work, { version: saved.version, value: saved.content });
      setConflict(null);
      setTried(false);
      announce(texts.saved);
    } catch (error) {
      if (!(error instanceof Failure) || error.status !== 412) throw error;
      const now = await fetchSite(site.key);
      setConflict({ who: now.changedBy.name, version: now.version, theirs: now.content, joined: joinVersions(FIELDS, work.base.value, now.content, wanted), chosen: new Set() });
    }
  };
  const save = () => {
    setTried(true);
    if (faults.size === 0) act.run(() => send(work.base.version, content));
  };
  if (conflict) {
    const merged = mergedOf(conflict);
    return (
      <>
        <SiteConflict conflict={conflict} mine={content} busy={act.busy} onChoose={(chosen) => setConflict({ ...conflict, chosen })} onBack={() => setConflict(null)}
          onSave={() => act.run(() => { rebaseWork(work, { version: conflict.version, value: conflict.theirs }, merged); return send(conflict.version, merged); })} />
        <Fault error={act.error} />
      </>
    );
  }
  return (
    <>
      <h3 tabIndex={-1} ref={heading}>{site.name}</h3>
      <p className={styles.quiet}>{site.key} · {texts.area(area(site.areaM2))} · {texts.changed(date(site.changedAt), site.changedBy.name)}</p>
      {site.demonstration && <p className={styles.quiet}>{texts.demonstration}</p>}
      <div><Button kind="quiet" className={styles.flush} onClick={() => showBox(site.bbox)}>{texts.show}</Button></div>
      <Publishing site={site} touched={touched} />
      <section className={styles.section} data-testid="site-form"><SiteForm content={value} missing={site.missingParcels} faults={tried ? faults : new Set()} onChange={change} /></section>
      <FilesField site={site} files={value.files} onAdd={(file) => changeWork<SiteContent>(work, (now) => ({ ...now, files: [...now.files, file] }))} onChange={(files, about) => change({ files }, about)} />
      <HistorySection site={site} />
      {(touched || act.error !== null) && (
        <div className={styles.save} data-testid="save-bar">
          {work.found && <Notice>{texts.found}</Notice>}
          {tried && faults.size > 0 && <p className={styles.fault} role="alert">{texts.correct}</p>}
          <Fault error={act.error} />
          <div className={styles.actions}>
            <Button kind="primary" disabled={act.busy} onClick={save} data-testid="save-site">{act.busy ? texts.saving : texts.save}</Button>
            <IconButton name={texts.undo} disabled={work.past.length === 0} onClick={() => stepWork(work, 'undo')}><Undo2 size={16} aria-hidden /></IconButton>
            <Button kind="quiet" onClick={() => rebaseWork(work, { version: site.version, value: site.content })}>{texts.discard}</Button>
          </div>
          <p className={work.kept === false ? styles.fault : styles.quiet}>{work.kept === false ? texts.notKept : texts.kept}</p>
        </div>
      )}
    </>
  );
}

export function SiteEditor({ siteKey, account, onBack }: { readonly siteKey: string; readonly account: number; readonly onBack: () => void }) {
  const texts = useTexts(TEXTS);
  const { data: site, error, refetch } = useQuery(deskSiteQuery(siteKey));
  const server = useMemo(() => (site ? { version: site.version, value: site.content } : null), [site]);
  const work = useWork(account, `site:${siteKey}`, server);
  return (
    <section className={styles.part} data-testid="site-editor">
      <div><Button kind="quiet" className={styles.flush} onClick={onBack}><ArrowLeft size={16} aria-hidden />{texts.back}</Button></div>
      {error && !site ? <FailureNotice error={error} onRetry={() => void refetch()} /> : site && work ? <Opened key={site.key} site={site} work={work} /> : <Loading />}
    </section>
  );
}
