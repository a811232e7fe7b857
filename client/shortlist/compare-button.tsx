/** The way from the shortlist to the comparison; nothing while the list is empty. */
import { Columns3 } from 'lucide-react';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { navigate, useUrl } from '../url/use-url.ts';
import { useShortlist } from './shortlist.ts';

const TEXTS = defineTexts({ pl: { compare: (count: string) => `Porównaj (${count})` }, en: { compare: (count: string) => `Compare (${count})` } });

export function CompareButton() {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const { length } = useShortlist();
  const { tool } = useUrl();
  // Behind the comparison it leads nowhere.
  if (length === 0 || tool === 'site-compare') return null;
  return <Button data-testid="compare" onClick={() => navigate({ tool: 'site-compare' })}><Columns3 size={16} aria-hidden />{texts.compare(number(length))}</Button>;
}
