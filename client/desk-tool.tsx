/** The planner's desk as composed from rooms that do not know each other: the shell, and a tab of each. */
import { lazy } from 'react';
import type { Tabs } from './desk/desk-panel.tsx';
import { DeskPanel } from './desk/desk-panel.tsx';

/** `desk`: annotations (AnnotationsTab); `desk-procedures` (ProceduresTab). A tab that is not named here is not shown. */
const TABS: Tabs = {
  desk: lazy(() => import('./annotation-list/annotations-tab.tsx').then((room) => ({ default: room.AnnotationsTab }))),
  'desk-procedures': lazy(() => import('./procedures/procedures-tab.tsx').then((room) => ({ default: room.ProceduresTab }))),
};

export const DeskTool = () => <DeskPanel tabs={TABS} />;
