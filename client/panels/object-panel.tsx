/** The panel of the open object: its subject decides which; a layer without a panel of its own gets the one that the catalogue drives. */
import { type ComponentType, lazy, Suspense } from 'react';
import { findLayer } from '../../domain/layers/index.ts';
import { parseParcelIdentifier } from '../../domain/geo/parcel-identifier.ts';
import { type LayerFeature, useFeature } from '../api/features.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { type ObjectRef, objectName } from '../selection/selection.ts';
import { Notice } from '../ui/notice.tsx';
import { AddressPanel } from './address-panel.tsx';
import { DistrictPanel } from './district-panel.tsx';
import { GenericPanel } from './generic-panel.tsx';
import { Missing } from './missing.tsx';
import { MunicipalLandPanel } from './municipal-land-panel.tsx';
import { PanelHead } from './panel-head.tsx';
import styles from './panels.module.css';
import { ParcelPanel } from './parcel-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { RiverParkPanel } from './river-park-panel.tsx';
import { Skeleton } from './skeleton.tsx';
import { ZonePanel } from './zone-panel.tsx';

const AnnotationPanel = lazy(() => import('../annotations/annotation-panel.tsx').then((room) => ({ default: room.AnnotationPanel })));
const SitePage = lazy(() => import('../site-page/site-page.tsx').then((room) => ({ default: room.SitePage })));

const SiteSlot = ({ siteKey }: { readonly siteKey: string }) => <Suspense fallback={<Skeleton lines={8} />}><SitePage siteKey={siteKey} /></Suspense>;

const TEXTS = defineTexts({
  pl: { object: 'Obiekt', notParcel: 'To nie jest identyfikator działki. Identyfikator w Krakowie wygląda tak: 126105_9.0001.580/4.', noLayer: 'Nie ma takiej warstwy.' },
  en: { object: 'Object', notParcel: 'This is not a parcel identifier. An identifier in Kraków looks like this: 126105_9.0001.580/4.', noLayer: 'There is no such layer.' },
});

export interface SubjectPanelProps {
  readonly object: ObjectRef;
  readonly feature: LayerFeature;
}

const PANELS: Readonly<Record<string, ComponentType<SubjectPanelProps>>> = {
  plans: PlanPanel, zones: ZonePanel, 'general-plan-zones': ZonePanel, 'municipal-land': MunicipalLandPanel, 'investment-sites': ({ feature }) => <SiteSlot siteKey={feature.properties.key} />, 'river-parks': RiverParkPanel, districts: DistrictPanel, addresses: AddressPanel, schools: AddressPanel, 'tram-stops': AddressPanel, places: AddressPanel,
};

function FeaturePanel({ object }: { readonly object: ObjectRef }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const layer = findLayer(object.layer);
  const { data, error, refetch } = useFeature(object);
  if (!layer) return <Notice>{texts.noLayer}</Notice>;
  if (data) {
    const SubjectPanel = PANELS[object.layer] ?? GenericPanel;
    return <SubjectPanel object={object} feature={data} />;
  }
  return (
    <article className={styles.panel}>
      <PanelHead object={object} kind={say(layer.title)} title={error ? texts.object : '…'} bbox={null} />
      {error ? <Missing error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
    </article>
  );
}

export function ObjectPanel({ object }: { readonly object: ObjectRef }) {
  const texts = useTexts(TEXTS);
  if (object.layer === 'annotations' && 'key' in object) return <Suspense fallback={<Skeleton lines={8} />}><AnnotationPanel key={object.key} id={object.key} /></Suspense>;
  if (object.layer === 'investment-sites' && 'key' in object) return <SiteSlot key={object.key} siteKey={object.key} />;
  const isParcel = object.layer === 'parcels' && 'key' in object;
  if (isParcel && !parseParcelIdentifier(object.key)) return <article className={styles.panel}><PanelHead object={object} kind={texts.object} title={object.key} bbox={null} /><Notice>{texts.notParcel}</Notice></article>;
  return isParcel ? <ParcelPanel key={object.key} identifier={object.key} /> : <FeaturePanel key={objectName(object)} object={object} />;
}
