/** The tools of the page: their buttons, the sheet of the one that is open (in the address as `tool`), and what they leave on the map. */
import { CalendarDays, Crosshair, Diff, FolderOpen, type LucideIcon, NotebookPen, Printer, Ruler, Share2 } from 'lucide-react';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useAccount } from './api/session.ts';
import { useDeskKnown } from './api/desk-known.ts';
import { useDraggedFiles } from './files/use-dragged-files.ts';
import { useFiles } from './files/files-store.ts';
import { defineTexts, useTexts } from './i18n/language.ts';
import { takePointer } from './map/map-store.ts';
import { Button, IconButton } from './ui/button.tsx';
import { navigate, useUrl } from './url/use-url.ts';
import styles from './tools.module.css';

const MeasureOverlay = lazy(() => import('./measure/measure-overlay.tsx').then((room) => ({ default: room.MeasureOverlay })));
const FilesOverlay = lazy(() => import('./files/files-overlay.tsx').then((room) => ({ default: room.FilesOverlay })));
const MarkerOverlay = lazy(() => import('./coordinates/marker-overlay.tsx').then((room) => ({ default: room.MarkerOverlay })));
const DropZone = lazy(() => import('./files/drop-zone.tsx').then((room) => ({ default: room.DropZone })));
const CompareDays = lazy(() => import('./time/compare-days.tsx').then((room) => ({ default: room.CompareDays })));
const AnnotationTool = lazy(() => import('./annotation-tool.tsx').then((room) => ({ default: room.AnnotationTool })));
const Banner = lazy(() => import('./time/day-banner.tsx').then((room) => ({ default: room.DayBanner })));

const SiteCompare = lazy(() => import('./site-compare/site-compare.tsx').then((room) => ({ default: room.SiteCompare })));
const AnnotateOverlay = lazy(() => import('./annotations/annotate-overlay.tsx').then((room) => ({ default: room.AnnotateOverlay })));
const Keeper = lazy(() => import('./annotations/keeper.tsx').then((room) => ({ default: room.Keeper })));

const TEXTS = defineTexts({
  pl: { tools: 'Narzędzia', day: 'Stan na dzień', difference: 'Co się zmieniło', measure: 'Zmierz i narysuj', annotate: 'Nowa adnotacja', coordinates: 'Współrzędne', files: 'Własne pliki', share: 'Udostępnij', print: 'Drukuj' },
  en: { tools: 'Tools', day: 'State on a day', difference: 'What changed', measure: 'Measure and draw', annotate: 'New annotation', coordinates: 'Coordinates', files: 'Your files', share: 'Share', print: 'Print' },
});

interface Tool {
  readonly icon: LucideIcon;
  readonly Sheet: ComponentType<{ readonly onClose: () => void }>;
}

const TOOLS = {
  day: { icon: CalendarDays, Sheet: lazy(() => import('./time/day-sheet.tsx').then((room) => ({ default: room.DaySheet }))) },
  difference: { icon: Diff, Sheet: lazy(() => import('./difference-tool.tsx').then((room) => ({ default: room.DifferenceTool }))) },
  measure: { icon: Ruler, Sheet: lazy(() => import('./measure/measure-sheet.tsx').then((room) => ({ default: room.MeasureSheet }))) },
  annotate: { icon: NotebookPen, Sheet: lazy(() => import('./annotations/annotate-sheet.tsx').then((room) => ({ default: room.AnnotateSheet }))) },
  coordinates: { icon: Crosshair, Sheet: lazy(() => import('./coordinates/coordinates-sheet.tsx').then((room) => ({ default: room.CoordinatesSheet }))) },
  files: { icon: FolderOpen, Sheet: lazy(() => import('./files/files-sheet.tsx').then((room) => ({ default: room.FilesSheet }))) },
  share: { icon: Share2, Sheet: lazy(() => import('./share/share-sheet.tsx').then((room) => ({ default: room.ShareSheet }))) },
  print: { icon: Printer, Sheet: lazy(() => import('./print/print-sheet.tsx').then((room) => ({ default: room.PrintSheet }))) },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof TOOLS;
const NAMES = Object.keys(TOOLS) as ToolName[];

export const openTool = (tool: ToolName): void => navigate({ tool });
const closeTool = (): void => navigate({ tool: null }, { replace: true });

/** The tool that is open; null when the address names none of these. */
export const useTool = (): ToolName | null => {
  const { tool } = useUrl();
  return NAMES.find((name) => name === tool) ?? null;
};

/** The sheet of the open tool. */
export function ToolSheet({ name }: { readonly name: ToolName }) {
  const { Sheet } = TOOLS[name];
  return <Suspense><Sheet onClose={closeTool} /></Suspense>;
}

/** What tools have put on the map, also when their sheets are closed. */
export function ToolOverlays() {
  const tool = useTool();
  const { measure, at, compare, annotations, tool: asked, need, assembly } = useUrl();
  const account = useAccount();
  const known = useDeskKnown();
  const files = useFiles((state) => state.files.length > 0);
  const dragged = useDraggedFiles();
  const showFiles = () => { if (tool !== 'files') openTool('files'); };
  // At once, before the pen's code is there: a click meant for it must not open an object.
  useEffect(() => (tool === 'measure' ? takePointer('measure') : undefined), [tool]);
  return (
    <>
      <Suspense>
        {files && <FilesOverlay onPick={showFiles} />}
        {(measure || tool === 'measure') && <MeasureOverlay active={tool === 'measure'} onLeave={closeTool} />}
        {at && <MarkerOverlay />}
      </Suspense>
      <Suspense>{tool === 'annotate' && <AnnotateOverlay />}{known && <Keeper />}</Suspense>
      <Suspense>{(dragged.over || dragged.dropped) && <DropZone {...dragged} onDrop={showFiles} />}</Suspense>
      <Suspense>{compare && <CompareDays />}</Suspense>
      {/* Whoever came from a need goes back to it. */}
      <Suspense>{asked === 'site-compare' && <SiteCompare onClose={() => navigate({ tool: assembly !== null ? 'land-assemblies' : need === null ? null : 'land' })} />}</Suspense>
      <Suspense>{(account ?? annotations === 'on') && <AnnotationTool />}</Suspense>
    </>
  );
}

/** Says which day is shown, when it is not today. */
export function DayBanner() {
  const { day, compare } = useUrl();
  return (day ?? compare) && <Suspense><Banner /></Suspense>;
}

const AT_HAND = ['day', 'measure', 'share', 'print'] as const satisfies readonly ToolName[];

/** The tools that a desk has at hand: pressed again, they close. */
export function ToolShortcuts({ open, onOpen }: { readonly open: ToolName | null; readonly onOpen: () => void }) {
  const texts = useTexts(TEXTS);
  const toggle = (name: ToolName) => {
    onOpen();
    if (open === name) closeTool();
    else openTool(name);
  };
  return AT_HAND.map((name) => {
    const Icon = TOOLS[name].icon;
    return <IconButton key={name} name={texts[name]} pressed={open === name} onClick={() => toggle(name)}><Icon size={18} strokeWidth={1.9} aria-hidden /></IconButton>;
  });
}

/** A button for every tool. */
export function ToolButtons({ onOpen }: { readonly onOpen: () => void }) {
  const texts = useTexts(TEXTS);
  // Annotations are written by people of the office.
  const known = useDeskKnown();
  const open = (name: ToolName) => {
    onOpen();
    openTool(name);
  };
  return (
    <nav className={styles.tools} aria-label={texts.tools}>
      {NAMES.filter((name) => name !== 'annotate' || known).map((name) => {
        const Icon = TOOLS[name].icon;
        return <Button key={name} kind="quiet" className={styles.tool} data-testid={`tool-${name}`} onClick={() => open(name)}><Icon size={18} aria-hidden />{texts[name]}</Button>;
      })}
    </nav>
  );
}
