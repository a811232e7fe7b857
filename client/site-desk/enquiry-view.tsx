/** One enquiry: who asks what, how far it is, who answers; the note of the office. */
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Enquiry } from '../../domain/contract/investment/enquiry.ts';
import { ENQUIRY_STATUSES, type EnquiryStatus, ERASED_AFTER_DAYS } from '../../domain/investment/enquiry-status.ts';
import { Failure } from '../api/http.ts';
import { colleaguesQuery, isAdviser } from '../api/session.ts';
import { changeEnquiry, enquiryQuery } from '../api/site-desk.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading, Notice } from '../ui/notice.tsx';
import { useAct } from '../ui/use-act.ts';
import { Choose, Fault, TextField } from './parts.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { back: 'Wszystkie zapytania', about: 'Teren', gone: 'już nie w ofercie', answer: 'Odpowiedz pocztą', subject: (name: string, reference: string) => `Odpowiedź na zapytanie ${reference}: ${name}`, status: 'Stan', assignee: 'Odpowiada', nobody: 'nikt', note: 'Notatka Centrum', save: 'Zapisz', saved: 'Zapisano.', erased: 'Dane pytającego i treść usunięto po upływie czasu przechowywania.', keeps: `Dane pytającego są usuwane ${ERASED_AFTER_DAYS.closed} dni po zamknięciu, a spam po ${ERASED_AFTER_DAYS.spam} dniach.`, mail: { waiting: 'List do Centrum czeka na wysłanie.', sent: 'List do Centrum wysłany.', failed: 'Listu do Centrum nie udało się wysłać.' } },
  en: { back: 'All enquiries', about: 'Site', gone: 'no longer on offer', answer: 'Answer by mail', subject: (name: string, reference: string) => `Answer to enquiry ${reference}: ${name}`, status: 'Status', assignee: 'Answered by', nobody: 'nobody', note: 'Note of the Centre', save: 'Save', saved: 'Saved.', erased: 'Who asked, and what, was erased when its time was over.', keeps: `Who asked is erased ${ERASED_AFTER_DAYS.closed} days after closing, spam after ${ERASED_AFTER_DAYS.spam} days.`, mail: { waiting: 'The letter to the Centre waits to be sent.', sent: 'The letter to the Centre is sent.', failed: 'The letter to the Centre could not be sent.' } },
});

function Opened({ enquiry }: { readonly enquiry: Enquiry }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { date } = useFormats();
  const act = useAct();
  const { data: colleagues = [] } = useQuery(colleaguesQuery);
  const [changed, change] = useState<{ readonly status?: EnquiryStatus; readonly assignee?: number | null; readonly note?: string }>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { name, company, email, phone, message, site, reference, steps, erasedAt } = enquiry;
  const words = (value: EnquiryStatus) => say(ENQUIRY_STATUSES.find((one) => one.value === value)!.label);
  const assignee = changed.assignee === undefined ? enquiry.assignee?.id ?? null : changed.assignee;
  const people = [...colleagues.filter(isAdviser), ...(enquiry.assignee && !colleagues.some((one) => isAdviser(one) && one.id === enquiry.assignee!.id) ? [enquiry.assignee] : [])];
  // Who comes late is shown what stands: theirs is on the page, ours still in the fields.
  const save = () => act.run(() => changeEnquiry(enquiry.id, enquiry.version, changed).then(() => { change({}); announce(texts.saved); }));
  return (
    <>
      <h3 tabIndex={-1} ref={heading}>{reference}</h3>
      <p className={styles.quiet}>{date(enquiry.receivedAt)} · {texts.about}: <a href={`/teren/${encodeURIComponent(site.key)}`}>{site.name}</a>{!site.listed && ` (${texts.gone})`}</p>
      {erasedAt ? <Notice>{texts.erased}</Notice> : (
        <>
          <p><b>{name}</b>{company && ` – ${company}`}<br />{email}{phone && <><br />{phone}</>}</p>
          <p className={styles.message}>{message}</p>
          <p><a href={`mailto:${encodeURIComponent(email ?? '')}?subject=${encodeURIComponent(texts.subject(site.name, reference))}`}>{texts.answer}</a></p>
          {[...new Set(enquiry.mail.map(({ state }) => state))].map((state) => <p key={state} className={state === 'failed' ? styles.fault : styles.quiet}>{texts.mail[state]}</p>)}
          <div className={styles.pair}>
            <Choose label={texts.status} value={changed.status ?? enquiry.status} testid="set-status" choices={[enquiry.status, ...steps].map((value) => ({ value, label: words(value) }))} onChange={(status) => change({ ...changed, status })} />
            <Choose label={texts.assignee} value={String(assignee ?? '')} testid="set-assignee" choices={[{ value: '', label: texts.nobody }, ...people.map((one) => ({ value: String(one.id), label: one.name }))]} onChange={(value) => change({ ...changed, assignee: value === '' ? null : Number(value) })} />
          </div>
          <TextField label={texts.note} rows={4} max={4000} value={changed.note ?? enquiry.note} testid="enquiry-note" onChange={(note) => change({ ...changed, note })} />
          <Fault error={act.error} />
          <div className={styles.actions}><Button kind="primary" disabled={act.busy || Object.keys(changed).length === 0} onClick={save} data-testid="save-enquiry">{texts.save}</Button></div>
          <p className={styles.quiet}>{texts.keeps}</p>
        </>
      )}
      {enquiry.history.length > 0 && <ol className={styles.rows} data-testid="enquiry-history">{enquiry.history.map((one) => <li key={one.at} className={styles.quiet}>{date(one.at)} · {one.by?.name} · {words(one.status)}{one.assignee && ` · ${one.assignee.name}`}</li>)}</ol>}
    </>
  );
}

export function EnquiryView({ id, onBack }: { readonly id: number; readonly onBack: () => void }) {
  const texts = useTexts(TEXTS);
  const { data, error, refetch } = useQuery(enquiryQuery(id));
  const stale = error instanceof Failure && error.status === 412;
  return (
    <section className={styles.part} data-testid="enquiry">
      <div><Button kind="quiet" className={styles.flush} onClick={onBack}><ArrowLeft size={16} aria-hidden />{texts.back}</Button></div>
      {data ? <Opened key={data.id} enquiry={data} /> : error && !stale ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
    </section>
  );
}
