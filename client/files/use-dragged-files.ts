/** Files that are dragged over the page and dropped on it: the whole page takes them. The code that reads them is fetched when the first come. */
import { useEffect, useState } from 'react';

export interface DraggedFiles {
  readonly over: boolean;
  /** Those dropped last; another list for every drop. */
  readonly dropped: readonly File[] | null;
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

export function useDraggedFiles(): DraggedFiles {
  const [state, setState] = useState<DraggedFiles>({ over: false, dropped: null });
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setState((now) => (now.over ? now : { ...now, over: true }));
    };
    const leave = ({ relatedTarget }: DragEvent) => { if (!relatedTarget) setState((now) => ({ ...now, over: false })); };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Else the browser would leave the page for the file.
      event.preventDefault();
      setState({ over: false, dropped: [...event.dataTransfer!.files] });
    };
    addEventListener('dragenter', drag);
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', drag);
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return state;
}
