/** What one can do with a piece of land: put it on the shortlist, compare what is on it, take it along on paper. */
import { BookmarkMinus, BookmarkPlus, FileDown } from 'lucide-react';
import { type LandRef, printLandRef } from '../../domain/investment/land-ref.ts';
import { reportPath } from '../api/sites.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button, classes } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import { useUrl } from '../url/use-url.ts';
import { CompareButton } from './compare-button.tsx';
import { MOST_SITES, toggleShortlisted, useShortlist } from './shortlist.ts';
import styles from './shortlist.module.css';

const TEXTS = defineTexts({
  pl: {
    add: 'Na krótką listę', drop: 'Zdejmij z listy', added: 'Dodano do krótkiej listy. Lista jest w adresie tej strony.', dropped: 'Zdjęto z krótkiej listy.', full: (most: string) => `Na liście mieści się ${most} terenów. Zdejmij najpierw któryś z nich.`,
    pdf: 'Raport PDF', inLink: 'Krótka lista jest w adresie strony: kto dostanie link, zobaczy ją bez konta.',
  },
  en: {
    add: 'To the shortlist', drop: 'Off the shortlist', added: 'Added to the shortlist. The list is in the address of this page.', dropped: 'Taken off the shortlist.', full: (most: string) => `The shortlist holds ${most} sites. Take one of them off first.`,
    pdf: 'PDF report', inLink: 'The shortlist is in the address of the page: whoever gets the link sees it without an account.',
  },
});

export function ShortlistBar({ land }: { readonly land: LandRef }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const sites = useShortlist();
  const { need } = useUrl();
  const ref = printLandRef(land);
  const listed = sites.includes(ref);
  const icon = { size: 16, 'aria-hidden': true } as const;
  const toggle = () => announce(toggleShortlisted(ref) ? texts[listed ? 'dropped' : 'added'] : texts.full(number(MOST_SITES)));
  return (
    <div className={styles.bar}>
      <div>
        <Button aria-pressed={listed} data-testid="shortlist" onClick={toggle}>{listed ? <BookmarkMinus {...icon} /> : <BookmarkPlus {...icon} />}{listed ? texts.drop : texts.add}</Button>
        <CompareButton />
        <a className={classes(ui.button)} data-testid="site-pdf" href={reportPath([ref], lang, need)}><FileDown {...icon} />{texts.pdf}</a>
      </div>
      {sites.length > 0 && <p className={ui.note}>{texts.inLink}</p>}
    </div>
  );
}
