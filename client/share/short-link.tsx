/** The short link, made by the server when it is asked for; where that fails, the long one stays as good as before. */
import { Copy, Link2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ShortLink as Answer, ShortLinkRequest } from '../../domain/contract/links.ts';
import { Failure, requestJson } from '../api/http.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import styles from './share.module.css';

const TEXTS = defineTexts({
  pl: {
    make: 'Krótki link', making: 'Tworzę krótki link…', label: 'Krótki link do tego widoku', made: 'Krótki link gotowy. Kod QR prowadzi teraz do niego.', copy: 'Kopiuj krótki link', copied: 'Skopiowano krótki link.',
    notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznaczono krótki link – skopiuj go klawiaturą.', lasts: 'Krótki link nie wygasa.',
    often: 'Za dużo krótkich linków w krótkim czasie. Spróbuj za minutę; długi link działa.', failed: 'Nie udało się utworzyć krótkiego linku. Spróbuj ponownie; długi link działa.', long: 'Ten widok jest za długi na krótki link. Usuń część pomiarów; długi link działa.',
  },
  en: {
    make: 'Short link', making: 'Making a short link…', label: 'Short link to this view', made: 'The short link is ready. The QR code leads to it now.', copy: 'Copy the short link', copied: 'Short link copied.',
    notCopied: 'The browser did not allow copying. The short link is selected – copy it with the keyboard.', lasts: 'The short link does not expire.',
    often: 'Too many short links in a short time. Try again in a minute; the long link works.', failed: 'The short link could not be made. Try again; the long link works.', long: 'This view is too long for a short link. Delete some measurements; the long link works.',
  },
});

type State = 'idle' | 'making' | 'often' | 'failed' | 'long';

const stateOf = (error: unknown): State => {
  const status = error instanceof Failure ? error.problem?.status : undefined;
  return status === 429 ? 'often' : status === 400 || status === 413 ? 'long' : 'failed';
};

interface Props {
  /** The long link. */
  readonly link: string;
  /** The short one of this very link, when it is made. */
  readonly url: string | null;
  readonly onMade: (url: string) => void;
}

/** The link that was made; takes the place and the focus of the button. */
function Made({ url }: { readonly url: string }) {
  const texts = useTexts(TEXTS);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const copy = async () => {
    if (await copyText(url)) return announce(texts.copied);
    field.current?.select();
    announce(texts.notCopied);
  };
  return (
    <div className={styles.link} data-testid="short-link">
      <label htmlFor="share-short">{texts.label}</label>
      <input id="share-short" ref={field} className={styles.input} readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      <div className={styles.actions}><Button onClick={() => void copy()}><Copy size={16} aria-hidden />{texts.copy}</Button></div>
      <p className={ui.note}>{texts.lasts}</p>
    </div>
  );
}

export function ShortLink({ link, url, onMade }: Props) {
  const texts = useTexts(TEXTS);
  const [{ of, state }, setState] = useState<{ of: string; state: State }>({ of: link, state: 'idle' });
  const now = of === link ? state : 'idle';
  const make = async () => {
    const { pathname, search, hash } = new URL(link);
    const body: ShortLinkRequest = { target: pathname + search + hash };
    setState({ of: link, state: 'making' });
    try {
      onMade((await requestJson<Answer>('/api/links', { body })).url);
      setState({ of: link, state: 'idle' });
      announce(texts.made);
    } catch (error) {
      setState({ of: link, state: stateOf(error) });
    }
  };
  if (url) return <Made key={url} url={url} />;
  return (
    <>
      <div className={styles.actions}>
        <Button aria-disabled={now === 'making'} onClick={() => { if (now !== 'making') void make(); }}>
          {now === 'making' ? <span className={ui.spinner} aria-hidden /> : <Link2 size={16} aria-hidden />}{now === 'making' ? texts.making : texts.make}
        </Button>
      </div>
      {now !== 'idle' && now !== 'making' && <div role="alert"><Notice>{texts[now]}</Notice></div>}
    </>
  );
}
