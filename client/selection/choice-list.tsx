/** Everything that is at a clicked place, the most particular first: one press opens it. */
import { ChevronRight } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { findLayer } from '../../domain/layers/index.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import { useDeskKnown } from '../api/desk-known.ts';
import { useFeature } from '../api/features.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { Swatch } from '../layers/swatch.tsx';
import { usePalette } from '../theme/theme.ts';
import { isLost } from '../ui/read-on.ts';
import { pickedName } from './picked-names.ts';
import { type ObjectRef, objectName } from './selection.ts';
import styles from './selection.module.css';
import { openObject } from './use-selection.ts';

const AnnotateButton = lazy(() => import('../annotations/annotate-button.tsx').then((room) => ({ default: room.AnnotateButton })));

const TEXTS = defineTexts({
  pl: {
    title: 'W tym miejscu', unknown: 'bez nazwy',
    count: (n: string, plural: string) => `${n} ${({ one: 'obiekt', few: 'obiekty' } as Record<string, string>)[plural] ?? 'obiektów'}`,
  },
  en: { title: 'At this place', unknown: 'unnamed', count: (n: string, plural: string) => `${n} ${plural === 'one' ? 'object' : 'objects'}` },
});

function Choice({ object }: { readonly object: ObjectRef }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const palette = usePalette();
  const layer = findLayer(object.layer);
  const known = pickedName(object);
  const { data } = useFeature(known ? null : object);
  if (!layer) return null;
  const { field } = layer.symbology;
  const title = known?.title ?? (data ? String(data.properties[layer.titleField] ?? texts.unknown) : '…');
  const value = known ? known.value : field && data ? String(data.properties[field]) : null;
  const classes = legendClasses(layer, palette);
  const drawn = classes.find((one) => one.value === value) ?? classes[0]!;
  return (
    <li>
      <button type="button" className={styles.choice} onClick={() => openObject(object)}>
        <Swatch drawn={drawn} layer={layer} />
        <span><b>{title}</b><small>{say(layer.title)}{layer.symbology.classes.length > 1 && ` · ${say(drawn.label)}`}</small></span>
        <ChevronRight size={16} aria-hidden />
      </button>
    </li>
  );
}

export function ChoiceList({ objects }: { readonly objects: readonly ObjectRef[] }) {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const known = useDeskKnown();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Back from one of them: the panel that had the focus is gone, reading goes on here. Who clicked the map stays on the map.
    if (isLost()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section aria-labelledby="choice-title">
      <h2 id="choice-title" tabIndex={-1} ref={heading}>{texts.title}: {texts.count(number(objects.length), plural(objects.length))}</h2>
      <ul className={styles.choices}>{objects.map((object) => <Choice key={objectName(object)} object={object} />)}</ul>
      {known && <Suspense><AnnotateButton objects={objects} /></Suspense>}
    </section>
  );
}
