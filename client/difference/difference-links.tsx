/** The way from an open parcel or plan to what changed there. */
import { Diff } from 'lucide-react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { navigate, useUrl } from '../url/use-url.ts';

const TEXTS = defineTexts({
  pl: { changed: 'Co się zmieniło', plan: 'Co ten plan zmienił', draft: 'Co ten projekt by zmienił' },
  en: { changed: 'What changed', plan: 'What this plan changed', draft: 'What this draft would change' },
});

interface Props {
  readonly layer: 'parcels' | 'plans';
  /** Of the open object; the difference is of what is open. */
  readonly objectKey: string;
  /** Of a plan: one in preparation is compared with today, another one with what it replaced. */
  readonly status?: string;
}

/** A toggle beside the other actions of a panel. */
export function DifferenceLinks({ layer, objectKey, status }: Props) {
  const texts = useTexts(TEXTS);
  const open = useUrl().tool === 'difference';
  const draft = status === 'in-consultation' || status === 'in-preparation';
  const toggle = () => navigate(open ? { tool: null } : { tool: 'difference', difference: null, selection: { kind: 'one', object: { layer, key: objectKey } } });
  return <Button kind="quiet" aria-pressed={open} data-testid="open-difference" onClick={toggle}><Diff size={16} aria-hidden />{layer === 'parcels' ? texts.changed : draft ? texts.draft : texts.plan}</Button>;
}
