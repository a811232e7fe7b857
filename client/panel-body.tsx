/** What stands in the panel: the search list, else what is open, else the tool that is on, else ways to begin. */
import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { defineTexts, useTexts } from './i18n/language.ts';
import { useSearch } from './search/search-store.ts';
import { closeSelection, useSelection } from './selection/use-selection.ts';
import { StartList } from './start/start-list.tsx';
import { Boundary } from './ui/boundary.tsx';
import { Button } from './ui/button.tsx';
import { Loading } from './ui/notice.tsx';
import type { UrlState } from './url/parameters.ts';
import { useUrl } from './url/use-url.ts';

const SearchList = lazy(() => import('./search/search-list.tsx').then((room) => ({ default: room.SearchList })));
const ChoiceList = lazy(() => import('./selection/choice-list.tsx').then((room) => ({ default: room.ChoiceList })));
const ObjectPanel = lazy(() => import('./panels/object-panel.tsx').then((room) => ({ default: room.ObjectPanel })));
const AreaPanel = lazy(() => import('./area/area-panel.tsx').then((room) => ({ default: room.AreaPanel })));
const PlansPanel = lazy(() => import('./plans/plans-panel.tsx').then((room) => ({ default: room.PlansPanel })));
const DeskTool = lazy(() => import('./desk-tool.tsx').then((room) => ({ default: room.DeskTool })));
const LandTool = lazy(() => import('./land-tool.tsx').then((room) => ({ default: room.LandTool })));
const InViewPanel = lazy(() => import('./in-view/in-view-panel.tsx').then((room) => ({ default: room.InViewPanel })));

const TEXTS = defineTexts({
  pl: { area: 'Wyniki w obszarze', 'in-view': 'Lista tego, co widać', plans: 'Wszystkie plany', desk: 'Biurko planisty', land: 'Szukaj terenu' },
  en: { area: 'Results in the area', 'in-view': 'List of what is in view', plans: 'All plans', desk: 'Planner’s desk', land: 'Find land' },
});

type PanelTool = keyof typeof TEXTS.pl;
/** `desk-procedures` is a part of `desk`, `land-assemblies` of `land`; behind a comparison stands the search it was opened from. */
const panelTool = ({ tool, need, assembly }: Pick<UrlState, 'tool' | 'need' | 'assembly'>): PanelTool | null => {
  const compared = tool === 'site-compare' && (need ?? assembly) !== null;
  const name = tool?.startsWith('desk') ? 'desk' : tool === 'land-assemblies' || compared ? 'land' : tool;
  return name && name in TEXTS.pl ? (name as PanelTool) : null;
};

/** What is open in the panel, as a word that changes with it; null: nothing is. */
export function useOpenInPanel(): string | null {
  const state = useUrl();
  const { tool, selection } = state;
  return selection.kind === 'none' ? (panelTool(state) && tool) : JSON.stringify(selection);
}

function Body() {
  const texts = useTexts(TEXTS);
  const searching = useSearch((search) => search.open);
  const selection = useSelection();
  const tool = panelTool(useUrl());
  const behind = !searching && selection.kind !== 'none';
  const free = !searching && selection.kind === 'none';
  return (
    <Suspense fallback={<Loading />}>
      {searching && <SearchList />}
      {behind && tool && <Button kind="quiet" onClick={closeSelection}><ArrowLeft size={16} aria-hidden />{texts[tool]}</Button>}
      {/* Stand behind the search list: who closes it reads on where they were, and no heading takes the focus from the box. */}
      {selection.kind === 'several' && <div hidden={searching}><ChoiceList objects={selection.objects} /></div>}
      {selection.kind === 'one' && <div hidden={searching}><ObjectPanel object={selection.object} /></div>}
      {/* Stays behind what is opened from it: its results stay on the map, its pages in the list. */}
      {tool === 'area' && <div hidden={!free}><AreaPanel /></div>}
      {tool === 'plans' && <div hidden={!free}><PlansPanel /></div>}
      {tool === 'in-view' && free && <InViewPanel />}
      {tool === 'desk' && <div hidden={!free}><DeskTool /></div>}
      {tool === 'land' && <div hidden={!free}><LandTool /></div>}
      {free && !tool && <StartList />}
    </Suspense>
  );
}

export const PanelBody = () => <Boundary><Body /></Boundary>;
