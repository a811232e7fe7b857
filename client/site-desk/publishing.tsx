/** Publishing and withdrawing a site, each asked for twice; what is public now. */
import { useState } from 'react';
import type { DeskSite } from '../../domain/contract/investment/site-desk.ts';
import { publishSite, withdrawSite } from '../api/site-desk.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAct } from '../ui/use-act.ts';
import { Fault, TextField } from './parts.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: {
    publish: 'Opublikuj', again: 'Opublikuj zmiany', withdraw: 'Wycofaj z oferty', sure: 'Opublikować? Teren zobaczą wszyscy: na mapie, w wyszukiwaniu, w API i w powiadomieniach.', yes: 'Tak, opublikuj', no: 'Nie', reason: 'Powód wycofania (zostaje w historii)', take: 'Tak, wycofaj', published: 'Teren jest opublikowany.', withdrawn: 'Teren jest wycofany.', page: 'Strona terenu', unsaved: 'Najpierw zapisz zmiany: publikuje się to, co zapisane.', other: 'Pod tym adresem jest teraz wpis z importu. Publikacja go zastąpi.',
    state: { unpublished: 'Szkic – nikt poza Centrum Obsługi Inwestora go nie widzi.', published: 'Opublikowany w tej postaci.', changed: 'Publiczna jest wcześniejsza wersja. Zmiany widać tylko tutaj.', withdrawn: 'Wycofany z oferty – nikt poza Centrum Obsługi Inwestora go nie widzi.' },
  },
  en: {
    publish: 'Publish', again: 'Publish the changes', withdraw: 'Withdraw from offer', sure: 'Publish? Everybody will see the site: on the map, in search, in the API and in watches.', yes: 'Yes, publish', no: 'No', reason: 'Reason of withdrawing (stays in the history)', take: 'Yes, withdraw', published: 'The site is published.', withdrawn: 'The site is withdrawn.', page: 'Page of the site', unsaved: 'Save the changes first: what is saved is published.', other: 'What stands at this address now came with an import. Publishing takes its place.',
    state: { unpublished: 'A draft: nobody outside the Investor Service Centre sees it.', published: 'Published as it stands.', changed: 'An earlier version is public. The changes are seen here only.', withdrawn: 'Withdrawn from offer: nobody outside the Investor Service Centre sees it.' },
  },
});

export function Publishing({ site, touched }: { readonly site: DeskSite; readonly touched: boolean }) {
  const texts = useTexts(TEXTS);
  const act = useAct();
  const [asks, setAsks] = useState<'publish' | 'withdraw' | null>(null);
  const [reason, setReason] = useState('');
  const done = (said: string) => { setAsks(null); setReason(''); announce(said); };
  return (
    <section className={styles.section} data-testid="publishing">
      <p data-testid="site-state" data-state={site.state}>{texts.state[site.state]}</p>
      {site.listedBy === 'other' && <Notice>{texts.other}</Notice>}
      {site.listedBy !== 'nobody' && <p><a href={`/teren/${encodeURIComponent(site.key)}`}>{texts.page}</a></p>}
      {touched ? <p className={styles.quiet}>{texts.unsaved}</p>
        : asks === 'publish' ? (
          <div role="group" aria-label={texts.publish} className={styles.group}>
            <p role="alert">{texts.sure}</p>
            <div className={styles.actions}><Button kind="primary" disabled={act.busy} data-testid="publish-yes" onClick={() => act.run(async () => { await publishSite(site.key, site.version); done(texts.published); })}>{texts.yes}</Button><Button kind="quiet" onClick={() => setAsks(null)}>{texts.no}</Button></div>
          </div>
        ) : asks === 'withdraw' ? (
          <div role="group" aria-label={texts.withdraw} className={styles.group}>
            <TextField label={texts.reason} value={reason} max={1000} testid="withdraw-reason" onChange={setReason} />
            <div className={styles.actions}><Button kind="primary" disabled={act.busy || reason.trim() === ''} data-testid="withdraw-yes" onClick={() => act.run(async () => { await withdrawSite(site.key, site.version, reason.trim()); done(texts.withdrawn); })}>{texts.take}</Button><Button kind="quiet" onClick={() => setAsks(null)}>{texts.no}</Button></div>
          </div>
        ) : (
          <div className={styles.actions}>
            {site.state !== 'published' && <Button data-testid="publish-site" onClick={() => setAsks('publish')}>{site.state === 'changed' ? texts.again : texts.publish}</Button>}
            {site.publishedVersion !== null && <Button kind="quiet" className={site.state === 'published' ? styles.flush : undefined} data-testid="withdraw-site" onClick={() => setAsks('withdraw')}>{texts.withdraw}</Button>}
          </div>
        )}
      <Fault error={act.error} />
    </section>
  );
}
