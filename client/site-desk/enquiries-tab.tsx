/** The tab of enquiries: what investors ask, newest first, by status; how many of each site. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ENQUIRY_STATUSES, type EnquiryStatus } from '../../domain/investment/enquiry-status.ts';
import { enquiriesQuery } from '../api/site-desk.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { Button, classes } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { EnquiryView } from './enquiry-view.tsx';
import { Choose } from './parts.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Zapytania inwestorów', status: 'Stan', all: 'wszystkie', none: 'Nie ma takich zapytań.', erased: 'treść usunięta po upływie czasu przechowywania', older: 'Starsze', newest: 'Najnowsze', bySite: 'Zapytania o tereny (bez spamu)', site: 'Teren', many: 'Zapytania', unmailed: 'Poczta nie jest skonfigurowana: zapytania są tylko na tej liście.', mailed: 'Zapytania są też wysyłane pocztą.', anonymous: 'bez danych' },
  en: { title: 'Enquiries of investors', status: 'Status', all: 'all', none: 'There are no such enquiries.', erased: 'content erased when its time was over', older: 'Older', newest: 'Newest', bySite: 'Enquiries by site (without spam)', site: 'Site', many: 'Enquiries', unmailed: 'Mail is not set up: enquiries are in this list only.', mailed: 'Enquiries are also sent by mail.', anonymous: 'nothing kept' },
});

export function EnquiriesTab() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { date, number } = useFormats();
  const [status, setStatus] = useState<EnquiryStatus | ''>('');
  const [before, setBefore] = useState<number | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const { data, error, refetch } = useQuery(enquiriesQuery(status || null, before));
  if (open !== null) return <EnquiryView key={open} id={open} onBack={() => setOpen(null)} />;
  const words = (value: EnquiryStatus) => say(ENQUIRY_STATUSES.find((one) => one.value === value)!.label);
  const choices = [{ value: '' as const, label: texts.all }, ...ENQUIRY_STATUSES.map(({ value }) => ({ value, label: `${words(value)}${data ? ` (${number(data.byStatus[value])})` : ''}` }))];
  return (
    <section className={styles.part} aria-labelledby="enquiries-title" data-testid="enquiries-tab">
      <h3 id="enquiries-title">{texts.title}</h3>
      <Choose label={texts.status} value={status} choices={choices} testid="enquiry-status" onChange={(value) => { setStatus(value); setBefore(null); }} />
      {!data ? (error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Loading />) : (
        <>
          <p className={styles.quiet}>{data.mailed ? texts.mailed : texts.unmailed}</p>
          {data.enquiries.length === 0 && <p role="status">{texts.none}</p>}
          <ul className={styles.rows} data-testid="enquiries">
            {data.enquiries.map((one) => (
              <li key={one.id}>
                <button type="button" className={styles.open} onClick={() => setOpen(one.id)}>
                  <b>{one.name ?? texts.anonymous}{one.company && ` – ${one.company}`}</b>
                  <span className={styles.line}><span className={classes(styles.chip, one.status === 'new' && styles.waiting)}>{words(one.status)}</span><span className={styles.quiet}>{one.site.name} · {date(one.receivedAt)}{one.assignee && ` · ${one.assignee.name}`}</span></span>
                  <span className={styles.quiet}>{one.begins ?? texts.erased}</span>
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.actions}>
            {before !== null && <Button kind="quiet" onClick={() => setBefore(null)}>{texts.newest}</Button>}
            {data.more && <Button onClick={() => setBefore(data.enquiries.at(-1)!.id)}>{texts.older}</Button>}
          </div>
          {data.bySite.length > 0 && (
            <table className={styles.figures}>
              <caption className={styles.legend}>{texts.bySite}</caption>
              <thead><tr><th scope="col">{texts.site}</th><th scope="col">{texts.many}</th></tr></thead>
              <tbody>{data.bySite.map((site) => <tr key={site.key}><td>{site.name}</td><td>{number(site.enquiries)}</td></tr>)}</tbody>
            </table>
          )}
        </>
      )}
    </section>
  );
}
