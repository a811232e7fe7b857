/** What one can do with a site: put it on the shortlist, compare those that are on it, take it along on paper. */
import { BookmarkMinus, BookmarkPlus, Columns3, FileDown } from 'lucide-react';
import { reportPath } from '../api/sites.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { MOST_SITES, toggleShortlisted, useShortlist } from '../selection/shortlist.ts';
import { announce } from '../ui/announce.tsx';
import { Button, classes } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import { navigate, useUrl } from '../url/use-url.ts';
import styles from './site-page.module.css';

const TEXTS = defineTexts({
  pl: {
    add: 'Na krótką listę', drop: 'Zdejmij z listy', added: 'Dodano do krótkiej listy. Lista jest w adresie tej strony.', dropped: 'Zdjęto z krótkiej listy.', full: (most: string) => `Na liście mieści się ${most} terenów. Zdejmij najpierw któryś z nich.`,
    compare: (count: string) => `Porównaj (${count})`, pdf: 'Raport PDF', inLink: 'Krótka lista jest w adresie strony: kto dostanie link, zobaczy ją bez konta.',
  },
  en: {
    add: 'To the shortlist', drop: 'Off the shortlist', added: 'Added to the shortlist. The list is in the address of this page.', dropped: 'Taken off the shortlist.', full: (most: string) => `The shortlist holds ${most} sites. Take one of them off first.`,
    compare: (count: string) => `Compare (${count})`, pdf: 'PDF report', inLink: 'The shortlist is in the address of the page: whoever gets the link sees it without an account.',
  },
});

export function ShortlistBar({ site }: { readonly site: string }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const sites = useShortlist();
  const { need } = useUrl();
  const listed = sites.includes(site);
  const icon = { size: 16, 'aria-hidden': true } as const;
  const toggle = () => announce(toggleShortlisted(site) ? texts[listed ? 'dropped' : 'added'] : texts.full(number(MOST_SITES)));
  return (
    <div className={styles.bar}>
      <div>
        <Button aria-pressed={listed} data-testid="shortlist" onClick={toggle}>{listed ? <BookmarkMinus {...icon} /> : <BookmarkPlus {...icon} />}{listed ? texts.drop : texts.add}</Button>
        {sites.length > 0 && <Button kind={sites.length > 1 ? 'primary' : 'plain'} data-testid="compare" onClick={() => navigate({ tool: 'site-compare' })}><Columns3 {...icon} />{texts.compare(number(sites.length))}</Button>}
        <a className={classes(ui.button)} data-testid="site-pdf" href={reportPath([site], lang, need)}><FileDown {...icon} />{texts.pdf}</a>
      </div>
      {sites.length > 0 && <p className={ui.note}>{texts.inLink}</p>}
    </div>
  );
}
