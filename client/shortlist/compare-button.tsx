/** The way from the shortlist to the comparison; nothing while the list is empty. */
import { Columns3 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { isSeen } from '../ui/read-on.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import { useShortlist } from './shortlist.ts';

const TEXTS = defineTexts({ pl: { compare: (count: string) => `Porównaj (${count})` }, en: { compare: (count: string) => `Compare (${count})` } });

export function CompareButton() {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const { length } = useShortlist();
  const { tool } = useUrl();
  const button = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  const away = tool === 'site-compare';
  // Who went from here comes back here.
  useEffect(() => {
    if (away || !pressed.current) return;
    pressed.current = false;
    if (isSeen(button.current)) button.current.focus({ preventScroll: true });
  }, [away]);
  // Behind the comparison it leads nowhere.
  if (length === 0 || away) return null;
  return <Button ref={button} data-testid="compare" onClick={() => { pressed.current = true; navigate({ tool: 'site-compare' }); }}><Columns3 size={16} aria-hidden />{texts.compare(number(length))}</Button>;
}
