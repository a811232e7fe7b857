/** The tab of sites: those that the office edits, those that are listed and can be taken over, and a new one. */
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { DeskSiteSummary } from '../../domain/contract/investment/site-desk.ts';
import { deskSitesQuery, takeOverSite } from '../api/site-desk.ts';
import { useAccount } from '../api/session.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { Button, classes } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { codesOf } from './content.ts';
import { NewSite } from './new-site.tsx';
import { useAct } from '../ui/use-act.ts';
import { Fault, TextField } from './parts.tsx';
import { SiteEditor } from './site-editor.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Tereny inwestycyjne', add: 'Nowy teren', find: 'Znajdź po nazwie lub adresie', none: 'Centrum nie edytuje jeszcze żadnego terenu.', no: 'Nic nie pasuje.', listed: 'W ofercie, poza edycją', take: 'Przejmij do edycji', taking: (name: string) => `Przejmij do edycji: ${name}`, state: { unpublished: 'szkic', published: 'opublikowany', changed: 'zmiany nieopublikowane', withdrawn: 'wycofany' }, demonstration: 'dane demonstracyjne' },
  en: { title: 'Investment sites', add: 'New site', find: 'Find by name or address', none: 'The Centre edits no site yet.', no: 'Nothing matches.', listed: 'On offer, not edited here', take: 'Take over for editing', taking: (name: string) => `Take over for editing: ${name}`, state: { unpublished: 'draft', published: 'published', changed: 'changes not published', withdrawn: 'withdrawn' }, demonstration: 'demonstration data' },
});

export function SitesTab() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { area } = useFormats();
  const account = useAccount();
  const act = useAct();
  const { data, error, refetch } = useQuery(deskSitesQuery);
  const [open, setOpen] = useState<string | null>(null);
  const [adds, setAdds] = useState(false);
  const [word, setWord] = useState('');
  if (!account) return null;
  if (open !== null) return <SiteEditor key={open} siteKey={open} account={account.id} onBack={() => setOpen(null)} />;
  if (adds) return <NewSite account={account.id} onCancel={() => setAdds(false)} onDone={(key) => { setAdds(false); setOpen(key); }} />;
  if (!data) return error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const wanted = word.trim().toLocaleLowerCase('pl');
  const fits = ({ name, key }: { readonly name: string; readonly key: string }) => `${name} ${key}`.toLocaleLowerCase('pl').includes(wanted);
  const [sites, listed] = [data.sites.filter(fits), data.listed.filter(fits)];
  const statusOf = (value: string) => { const code = codesOf('status').find((one) => one.value === value); return code ? say(code.label) : value; };
  const chip = (state: DeskSiteSummary['state']) => <span className={classes(styles.chip, state === 'published' ? styles.public : state === 'changed' && styles.waiting)}>{texts.state[state]}</span>;
  return (
    <section className={styles.part} aria-labelledby="sites-title" data-testid="sites-tab">
      <h3 id="sites-title">{texts.title}</h3>
      <div className={styles.actions}><Button onClick={() => setAdds(true)} data-testid="add-site"><Plus size={16} aria-hidden />{texts.add}</Button></div>
      <TextField label={texts.find} value={word} max={100} onChange={setWord} />
      {data.sites.length === 0 && <p className={styles.quiet}>{texts.none}</p>}
      {wanted !== '' && sites.length + listed.length === 0 && <p role="status">{texts.no}</p>}
      <ul className={styles.rows} data-testid="desk-sites">
        {sites.map((site) => <li key={site.key}><button type="button" className={styles.open} onClick={() => setOpen(site.key)}><b>{site.name}</b><span className={styles.line}>{chip(site.state)}<span className={styles.quiet}>{statusOf(site.status)} · {area(site.areaM2)}{site.demonstration && ` · ${texts.demonstration}`}</span></span></button></li>)}
      </ul>
      {listed.length > 0 && (
        <section className={styles.section} aria-labelledby="listed-title">
          <h4 id="listed-title">{texts.listed}</h4>
          <Fault error={act.error} />
          <ul className={styles.rows} data-testid="listed-sites">
            {listed.map((site) => (
              <li key={site.key} className={styles.row}>
                <span>{site.name}</span><span className={styles.quiet}>{statusOf(site.status)} · {area(site.areaM2)} · {site.source}{site.demonstration && ` · ${texts.demonstration}`}</span>
                <Button kind="quiet" className={styles.flush} aria-label={texts.taking(site.name)} disabled={act.busy} onClick={() => act.run(async () => { await takeOverSite(site.key); setOpen(site.key); })}>{texts.take}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
