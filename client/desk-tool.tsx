/** The planner's desk as composed from rooms that do not know each other: the shell, and a tab of each. */
import { lazy } from 'react';
import type { Tabs } from './desk/desk-panel.tsx';
import { DeskPanel } from './desk/desk-panel.tsx';

/** `desk`: annotations (AnnotationsTab); `desk-procedures` (ProceduresTab); `desk-sites`, `desk-enquiries`, `desk-sought`: the Investor Service Centre. A tab that is not named here is not shown. */
const TABS: Tabs = {
  desk: lazy(() => import('./annotation-list/annotations-tab.tsx').then((room) => ({ default: room.AnnotationsTab }))),
  'desk-procedures': lazy(() => import('./procedures/procedures-tab.tsx').then((room) => ({ default: room.ProceduresTab }))),
  'desk-sites': lazy(() => import('./site-desk/sites-tab.tsx').then((room) => ({ default: room.SitesTab }))),
  'desk-enquiries': lazy(() => import('./site-desk/enquiries-tab.tsx').then((room) => ({ default: room.EnquiriesTab }))),
  'desk-sought': lazy(() => import('./site-desk/sought-tab.tsx').then((room) => ({ default: room.SoughtTab }))),
};

export const DeskTool = () => <DeskPanel tabs={TABS} />;
