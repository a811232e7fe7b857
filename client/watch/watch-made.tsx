/** What somebody who has set a watch has now: the address of its feed and the one that ends it, or a letter to wait for. */
import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { WatchSet } from '../../domain/contract/investment/watch.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import ui from '../ui/ui.module.css';
import styles from './watch.module.css';

const TEXTS = defineTexts({
  pl: {
    feed: 'Kanał jest gotowy', feedLabel: 'Adres kanału (Atom)', copy: 'Kopiuj adres kanału', endLabel: 'Adres, pod którym zakończysz obserwację', copyEnd: 'Kopiuj adres zakończenia', copied: 'Skopiowano adres.',
    notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznaczono adres – skopiuj go klawiaturą.',
    how: 'Wklej ten adres w czytniku kanałów – osobnym programie albo poczcie, która to potrafi (na przykład Thunderbird) – w polu „Dodaj kanał” lub „Subskrybuj”. Czytnik sam będzie sprawdzał, co nowego, i pokaże każdą zmianę jako wiadomość.', empty: 'Na początku kanał jest pusty: zapełni się, gdy coś się zmieni.',
    keep: 'Zapisz oba adresy: nie ma konta, więc nikt nie odtworzy ich za Ciebie. Kto zna adres kanału, może go czytać.', open: 'Otwórz kanał',
    letter: 'Sprawdź pocztę', letterWhat: 'Wysłaliśmy wiadomość z linkiem do potwierdzenia. Dopóki go nie użyjesz, nie wyślemy nic więcej; link działa 48 godzin. Jeśli nic nie przyszło, sprawdź adres i folder ze spamem – na jeden adres wysyłamy najwyżej trzy nieużyte linki naraz.',
  },
  en: {
    feed: 'The feed is ready', feedLabel: 'Address of the feed (Atom)', copy: 'Copy the address of the feed', endLabel: 'Address at which you end the watch', copyEnd: 'Copy the address that ends it', copied: 'Address copied.',
    notCopied: 'The browser did not allow copying. The address is selected – copy it with the keyboard.',
    how: 'Paste this address into a feed reader – a program of its own, or a mail program that can (Thunderbird for instance) – where it says “Add feed” or “Subscribe”. The reader looks for news by itself, and shows every change as a message.', empty: 'The feed is empty at first: it fills when something changes.',
    keep: 'Keep both addresses: there is no account, so nobody can find them for you. Whoever knows the address of the feed can read it.', open: 'Open the feed',
    letter: 'Look into your mail', letterWhat: 'We have sent a letter with a link that confirms. Until you use it we send nothing more; it works for 48 hours. If nothing came, check the address and the spam folder – to one address we send at most three unused links at a time.',
  },
});

function Address({ id, label, copy, url }: { readonly id: string; readonly label: string; readonly copy: string; readonly url: string }) {
  const texts = useTexts(TEXTS);
  const field = useRef<HTMLInputElement>(null);
  const copyIt = async () => {
    if (await copyText(url)) return announce(texts.copied);
    field.current?.select();
    announce(texts.notCopied);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} ref={field} readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      <div className={styles.actions}><Button onClick={() => void copyIt()}><Copy size={16} aria-hidden />{copy}</Button></div>
    </div>
  );
}

export function WatchMade({ set }: { readonly set: WatchSet }) {
  const texts = useTexts(TEXTS);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (set.state === 'confirm') return <div className={styles.made} data-testid="watch-confirm"><h4 ref={heading} tabIndex={-1}>{texts.letter}</h4><p>{texts.letterWhat}</p></div>;
  return (
    <div className={styles.made} data-testid="watch-feed">
      <h4 ref={heading} tabIndex={-1}>{texts.feed}</h4>
      <Address id="watch-feed-url" label={texts.feedLabel} copy={texts.copy} url={set.feedUrl} />
      <p className={ui.note}>{texts.how} {texts.empty} <a href={set.feedUrl} target="_blank" rel="noopener noreferrer">{texts.open}</a></p>
      <Address id="watch-end-url" label={texts.endLabel} copy={texts.copyEnd} url={set.endUrl} />
      <p className={ui.note}>{texts.keep}</p>
    </div>
  );
}
