/** The assembly of the page: map, panel, controls, sheets. Rooms do not know each other; they meet here. */
import { lazy, Suspense, useState } from 'react';
import { useDeskKnown } from './api/desk-known.ts';
import { DoorTabs } from './doors/door-tabs.tsx';
import { defineTexts, useDocumentLanguage, useTexts } from './i18n/language.ts';
import { useMapStyle } from './layers/layer-state.ts';
import { MapCanvas } from './map/map-canvas.tsx';
import type { Picked } from './map/pointer.ts';
import { PanelBody, useOpenInPanel } from './panel-body.tsx';
import { SearchBox } from './search/search-box.tsx';
import { useSearch } from './search/search-store.ts';
import { rememberPicked } from './selection/picked-names.ts';
import { SelectionOverlay } from './selection/selection-overlay.tsx';
import { useFirstLook } from './selection/use-first-look.ts';
import { openObjects, useLastingAddress } from './selection/use-selection.ts';
import { Banners } from './shell/banners.tsx';
import { Controls } from './shell/controls.tsx';
import { DemonstrationMark } from './shell/demonstration-mark.tsx';
import type { Place } from './shell/location-overlay.tsx';
import { PageTitle } from './shell/page-title.tsx';
import { Panel } from './shell/panel.tsx';
import { StatusLine } from './shell/status-line.tsx';
import shell from './shell/shell.module.css';
import { useDocumentTheme, usePalette } from './theme/theme.ts';
import { DayBanner, ToolButtons, ToolOverlays, ToolSheet, ToolShortcuts, useTool } from './tools.tsx';
import { StatusRegion } from './ui/announce.tsx';
import { PHONE, useMedia } from './ui/use-media.ts';

const LocationOverlay = lazy(() => import('./shell/location-overlay.tsx').then((room) => ({ default: room.LocationOverlay })));
const LayersSheet = lazy(() => import('./layers/layers-sheet.tsx').then((room) => ({ default: room.LayersSheet })));
const MoreSheet = lazy(() => import('./shell/more-sheet.tsx').then((room) => ({ default: room.MoreSheet })));

const DeskBadge = lazy(() => import('./desk/presence.tsx').then((room) => ({ default: room.DeskBadge })));
const SessionWatch = lazy(() => import('./desk/presence.tsx').then((room) => ({ default: room.SessionWatch })));

const TEXTS = defineTexts({ pl: { skip: 'Przejdź do wyszukiwarki' }, en: { skip: 'Skip to search' } });

type Sheet = 'layers' | 'more' | null;

function pick(picked: readonly Picked[]): void {
  for (const { object, properties } of picked) rememberPicked(object, properties);
  openObjects(picked.map(({ object }) => object));
}

/** The hash of the address belongs to the camera: the link moves the focus and leaves it alone. */
function skipToSearch(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('search')?.focus();
}

export function App() {
  const texts = useTexts(TEXTS);
  const palette = usePalette();
  const style = useMapStyle(palette);
  const open = useOpenInPanel();
  const phone = useMedia(PHONE);
  const searching = useSearch((search) => search.open);
  const [sheet, setSheet] = useState<Sheet>(null);
  const tool = useTool();
  const desk = useDeskKnown();
  const [place, setPlace] = useState<Place | null>(null);
  useDocumentLanguage();
  useDocumentTheme();
  useLastingAddress();
  useFirstLook();

  const toggle = (wanted: Exclude<Sheet, null>) => setSheet(sheet === wanted ? null : wanted);
  const close = () => setSheet(null);

  return (
    <>
      <a className="skip" href="#search" onClick={skipToSearch}>{texts.skip}</a>
      <PageTitle />
      <main>
        <Panel open={open} tall={searching} head={<><SearchBox />{!searching && !(phone && open) && <DoorTabs />}</>}>
          <PanelBody />
        </Panel>
        <MapCanvas style={style} onPick={pick} />
      </main>
      <SelectionOverlay />
      {place && <Suspense><LocationOverlay place={place} /></Suspense>}
      <ToolOverlays />
      <div className={shell.right} data-open={sheet !== null || tool !== null}>
        <Suspense>
          {sheet === 'layers' && <LayersSheet palette={palette} onClose={close} />}
          {sheet === 'more' && <MoreSheet onClose={close}><ToolButtons onOpen={close} /></MoreSheet>}
          {sheet === null && tool && <ToolSheet name={tool} />}
        </Suspense>
        <Controls sheet={sheet} onSheet={toggle} onLocated={setPlace} badge={desk && <Suspense><DeskBadge /></Suspense>}><ToolShortcuts open={sheet === null ? tool : null} onOpen={close} /></Controls>
      </div>
      <StatusLine><DemonstrationMark /></StatusLine>
      <Banners><DayBanner /></Banners>
      <StatusRegion />
      {desk && <Suspense><SessionWatch /></Suspense>}
    </>
  );
}
