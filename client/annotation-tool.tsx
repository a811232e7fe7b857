/** Annotations outside of the panel: on the map, as a board, and live – composed from rooms; mounted when annotations are on or somebody is signed in. */
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { followAnnotations } from './api/annotation-events.ts';
import { keepNews, useNews } from './api/annotation-news.ts';
import { isAdviser, useAccount, useSessionEnded } from './api/session.ts';
import { asQuery } from './annotation-list/notes-filter.ts';
import { useNotes } from './annotation-list/use-notes.ts';
import { useOpenAnnotation } from './annotation-map/annotation-links.ts';
import { AnnotationOverlay } from './annotation-map/annotation-overlay.tsx';
import { useAnnotationsShown } from './annotation-map/shown.ts';
import { defineTexts, useTexts } from './i18n/language.ts';
import { useAnnounce } from './ui/announce.tsx';
import { useMedia } from './ui/use-media.ts';
import { navigate, useUrl } from './url/use-url.ts';

const Board = lazy(() => import('./annotation-list/board.tsx').then((room) => ({ default: room.Board })));

/** As board.module.css has it. */
const NARROW = '(max-width: 1079px)';

const TEXTS = defineTexts({
  pl: { changed: (name: string) => `Otwartą adnotację zmienia właśnie ${name}.`, gone: (name: string) => `Otwartą adnotację usunięto. Zrobił to ${name}.`, register: 'aktualizacja ewidencji' },
  en: { changed: (name: string) => `The open annotation has just been changed by ${name}.`, gone: (name: string) => `The open annotation was deleted by ${name}.`, register: 'an update of the cadastre' },
});

/** Changes of others arrive as long as somebody is signed in; the one that is open is told of. */
function Live() {
  const texts = useTexts(TEXTS);
  const open = useOpenAnnotation();
  const event = useNews().get(open ?? '');
  useEffect(() => {
    const [unfollow, forget] = [followAnnotations(), keepNews()];
    return () => {
      unfollow();
      forget();
    };
  }, []);
  useAnnounce(event ? texts[event.gone ? 'gone' : 'changed'](event.by?.name ?? texts.register) : null);
  return null;
}

export function AnnotationTool() {
  const account = useAccount();
  const ended = useSessionEnded();
  const { tool } = useUrl();
  const shown = useAnnotationsShown();
  const open = useOpenAnnotation() !== null;
  const notes = useNotes();
  // Where the board covers the panel it steps aside for what is opened from it.
  const aside = useMedia(NARROW) && open;
  // The map shows what the list shows; the list alone is bound to the view.
  const listed = tool === 'board' || tool === 'desk';
  const filters = useMemo(() => (listed && account ? { ...asQuery({ ...notes, view: false }, null), sort: null } : {}), [listed, account, notes]);
  return (
    <>
      {shown && <AnnotationOverlay filters={filters} />}
      {account && !isAdviser(account) && !ended && <Live key={account.id} />}
      {account && tool === 'board' && !aside && <Suspense><Board onClose={() => navigate({ tool: 'desk' })} /></Suspense>}
    </>
  );
}
