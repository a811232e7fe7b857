/** What planning law changes on the open parcel, in the open plan or in a drawn area: what is compared is chosen here, the answer stands below. */
import { useMemo } from 'react';
import type { DifferenceRequest } from '../../domain/contract/difference.ts';
import type { DifferenceOf } from '../api/difference.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { useSheetAtRight } from '../map/sheet-at-right.ts';
import { useOpenObject } from '../selection/use-selection.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { navigate, useUrl } from '../url/use-url.ts';
import { parseCompared, usuallyCompared } from './difference-address.ts';
import { DifferenceAnswer } from './difference-answer.tsx';
import { DifferenceChoice } from './difference-choice.tsx';
import styles from './difference.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Co się zmieniło', none: 'Otwórz działkę albo plan, albo narysuj obszar – wielokąt lub prostokąt – a policzymy, co zmieniło się tam w prawie miejscowym.', draw: 'Narysuj obszar',
    parcel: (number: string) => `Działka ${number}`, plan: 'Otwarty plan', area: 'Narysowany obszar',
  },
  en: {
    title: 'What changed', none: 'Open a parcel or a plan, or draw an area – a polygon or a rectangle –, and we compute what changed there in planning law.', draw: 'Draw an area',
    parcel: (number: string) => `Parcel ${number}`, plan: 'The open plan', area: 'The drawn area',
  },
});

type Area = DifferenceRequest['geometry'];

/** What is open comes first, then what is drawn; null: nothing that can be compared. */
function useSubject(area: Area | null): DifferenceOf | null {
  const object = useOpenObject();
  return useMemo(() => {
    if (object && 'key' in object && object.layer === 'parcels') return { kind: 'parcel', identifier: object.key };
    if (object && 'key' in object && object.layer === 'plans') return { kind: 'plan', key: object.key };
    return area ? { kind: 'area', geometry: area } : null;
  }, [object, area]);
}

interface Props {
  readonly area: Area | null;
  readonly onClose: () => void;
}

export function DifferenceSheet({ area, onClose }: Props) {
  const texts = useTexts(TEXTS);
  const { difference, day, compare } = useUrl();
  const subject = useSubject(area);
  const compared = useMemo(() => subject && (parseCompared(difference) ?? usuallyCompared(subject, { day, compare })), [subject, difference, day, compare]);
  useSheetAtRight();
  return (
    <Sheet id="difference" title={texts.title} onClose={onClose} low>
      {!subject && <p>{texts.none}</p>}
      {!subject && <Button kind="primary" onClick={() => navigate({ tool: 'area' })}>{texts.draw}</Button>}
      {subject && (
        <>
          <p className={styles.subject}>{subject.kind === 'parcel' ? texts.parcel(subject.identifier) : texts[subject.kind]}</p>
          <DifferenceChoice subject={subject} compared={compared} />
          <DifferenceAnswer key={JSON.stringify([subject, compared])} subject={subject} compared={compared} />
        </>
      )}
    </Sheet>
  );
}
