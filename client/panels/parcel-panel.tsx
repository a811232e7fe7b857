/** The panel of a parcel: what it is, what applies on it and how much may be built, what else was checked – and of the register. */
import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Parcel } from '../../domain/contract/parcel.ts';
import { objectPath } from '../../domain/paths.ts';
import { Failure } from '../api/http.ts';
import { parcelQuery } from '../api/parcels.ts';
import { extractPdfPath, statementQuery } from '../api/statements.ts';
import { DifferenceLinks } from '../difference/difference-links.tsx';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import type { ObjectRef } from '../selection/selection.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { Notice } from '../ui/notice.tsx';
import { useUrl } from '../url/use-url.ts';
import { AnnotationsSlot, StatementParcel } from './annotations-slot.tsx';
import { CapacitySlot } from './capacity-slot.tsx';
import { Missing } from './missing.tsx';
import { PanelHead } from './panel-head.tsx';
import styles from './panels.module.css';
import { Skeleton } from './skeleton.tsx';
import { StatementTopics } from './statement-topics.tsx';
import { OtherForms } from './topic.tsx';

const ParcelHistoryTopic = lazy(() => import('./parcel-history.tsx').then((room) => ({ default: room.ParcelHistoryTopic })));

const TEXTS = defineTexts({
  pl: {
    kind: 'Działka ewidencyjna', district: (roman: string, name: string) => `Dzielnica ${roman} ${name}`, cadastral: 'obr.', copy: 'Kopiuj identyfikator', copied: 'Skopiowano identyfikator działki.',
    copyFailed: 'Nie udało się skopiować.', unchecked: 'Nie udało się sprawdzić, co obowiązuje na tej działce. To nie znaczy, że nie ma tu planu.', retry: 'Sprawdź ponownie', outside: 'poza granicami dzielnic',
  },
  en: {
    kind: 'Cadastral parcel', district: (roman: string, name: string) => `District ${roman} ${name}`, cadastral: 'cadastral district', copy: 'Copy the identifier', copied: 'The identifier of the parcel is copied.',
    copyFailed: 'Could not copy.', unchecked: 'It could not be checked what applies on this parcel. This does not mean that there is no plan.', retry: 'Check again', outside: 'outside of the districts',
  },
});

function Where({ parcel: { identifier, cadastralDistrict, registrationUnit, district } }: { readonly parcel: Parcel }) {
  const texts = useTexts(TEXTS);
  return (
    <div className={styles.where}>
      <p>{texts.cadastral} {cadastralDistrict.name} · {registrationUnit.name} · {district ? texts.district(district.roman, district.name) : texts.outside}</p>
      <p className={styles.identifier}>
        <span data-testid="parcel-identifier">{identifier}</span>
        <IconButton name={texts.copy} onClick={() => void copyText(identifier).then((copied) => announce(copied ? texts.copied : texts.copyFailed))}>
          <Copy size={15} aria-hidden />
        </IconButton>
      </p>
    </div>
  );
}

export function ParcelPanel({ identifier }: { readonly identifier: string }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { day } = useUrl();
  const parcel = useQuery(parcelQuery(identifier, day));
  const statement = useQuery(statementQuery('parcels', identifier, lang, day));
  const object: ObjectRef = { layer: 'parcels', key: identifier };
  const number = identifier.split('.').at(-1)!;
  const gone = parcel.error !== null;
  const isUnknown = parcel.error instanceof Failure && parcel.error.kind === 'not-found';
  const missing = <Missing error={parcel.error} onRetry={() => void parcel.refetch()} />;
  return (
    <article className={styles.panel} data-testid="parcel-panel">
      <PanelHead object={object} kind={texts.kind} title={parcel.data?.number ?? number} bbox={(parcel.data?.bbox as [number, number, number, number] | undefined) ?? null}>
        {parcel.data ? <Where parcel={parcel.data} /> : gone ? <p className={styles.identifier}>{identifier}</p> : <Skeleton lines={2} />}
      </PanelHead>
      {parcel.error && (isUnknown ? <Suspense><ParcelHistoryTopic identifier={identifier} gone otherwise={missing} /></Suspense> : missing)}
      {!gone && <OtherForms path={objectPath('parcels', identifier)} pdf={extractPdfPath(identifier, lang, day)}><DifferenceLinks layer="parcels" objectKey={identifier} /></OtherForms>}
      {!gone && statement.error && (
        <Notice action={<Button kind="quiet" onClick={() => void statement.refetch()}>{texts.retry}</Button>}><span data-testid="unchecked">{texts.unchecked}</span></Notice>
      )}
      {!gone && statement.isPending && <Skeleton lines={7} />}
      {!gone && <AnnotationsSlot subject="parcel" objectKey={identifier} />}
      {parcel.data && <CapacitySlot subject={{ parcels: [identifier] }} />}
      {statement.data && <StatementParcel value={identifier}><StatementTopics statement={statement.data} /></StatementParcel>}
      {parcel.data && <Suspense><ParcelHistoryTopic identifier={identifier} /></Suspense>}
    </article>
  );
}
