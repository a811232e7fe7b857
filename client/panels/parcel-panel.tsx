/** The panel of a parcel: what it is, what applies on it, how much may be built, what else concerns it – and of the register. */
import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import type { Parcel } from '../../domain/contract/parcel.ts';
import { extractQuery, parcelQuery } from '../api/parcels.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import type { ObjectRef } from '../selection/selection.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { useUrl } from '../url/use-url.ts';
import { Concerns } from './parcel-concerns.tsx';
import { ParcelPlans } from './parcel-plans.tsx';
import { ParcelRegister } from './parcel-register.tsx';
import { PanelHead } from './panel-head.tsx';
import styles from './panels.module.css';
import { LayerSourceLine, Notices } from './provenance.tsx';
import { Skeleton } from './skeleton.tsx';

const TEXTS = defineTexts({
  pl: {
    kind: 'Działka ewidencyjna', district: (roman: string, name: string) => `Dzielnica ${roman} ${name}`, cadastral: 'obr.', copy: 'Kopiuj identyfikator', copied: 'Skopiowano identyfikator działki.',
    copyFailed: 'Nie udało się skopiować.', unchecked: 'Nie udało się sprawdzić, co obowiązuje na tej działce. To nie znaczy, że nie ma tu planu.', retry: 'Sprawdź ponownie', outside: 'poza granicami dzielnic', byPlace: 'Dzielnica według położenia.',
  },
  en: {
    kind: 'Cadastral parcel', district: (roman: string, name: string) => `District ${roman} ${name}`, cadastral: 'cadastral district', copy: 'Copy the identifier', copied: 'The identifier of the parcel is copied.',
    copyFailed: 'Could not copy.', unchecked: 'It could not be checked what applies on this parcel. This does not mean that there is no plan.', retry: 'Check again', outside: 'outside of the districts', byPlace: 'District by location.',
  },
});

function Where({ parcel: { identifier, cadastralDistrict, registrationUnit, district } }: { readonly parcel: Parcel }) {
  const texts = useTexts(TEXTS);
  return (
    <div className={styles.where}>
      <p>{texts.cadastral} {cadastralDistrict.name} · {registrationUnit.name} · {district ? texts.district(district.roman, district.name) : texts.outside}</p>
      <LayerSourceLine layer="districts" subject={texts.byPlace} />
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
  const { day } = useUrl();
  const parcel = useQuery(parcelQuery(identifier, day));
  const extract = useQuery(extractQuery(identifier, day));
  const object: ObjectRef = { layer: 'parcels', key: identifier };
  const number = identifier.split('.').at(-1)!;
  const gone = parcel.error !== null;
  return (
    <article className={styles.panel} data-testid="parcel-panel">
      <PanelHead object={object} kind={texts.kind} title={parcel.data?.number ?? number} bbox={(parcel.data?.bbox as [number, number, number, number] | undefined) ?? null}>
        {parcel.data ? <Where parcel={parcel.data} /> : gone ? <p className={styles.identifier}>{identifier}</p> : <Skeleton lines={2} />}
      </PanelHead>
      {parcel.error && <FailureNotice error={parcel.error} onRetry={() => void parcel.refetch()} />}
      {!gone && extract.error && (
        <Notice action={<Button kind="quiet" onClick={() => void extract.refetch()}>{texts.retry}</Button>}><span data-testid="unchecked">{texts.unchecked}</span></Notice>
      )}
      {!gone && extract.isPending && <Skeleton lines={7} />}
      {extract.data && <ParcelPlans extract={extract.data} />}
      {extract.data && <Concerns extract={extract.data} />}
      {parcel.data && <ParcelRegister parcel={parcel.data} />}
      {!gone && <Notices layers={['plans', 'parcels']} />}
    </article>
  );
}
