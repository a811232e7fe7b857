/** Whether somebody drags files over the page: only then the code that takes them is fetched. */
import { useEffect, useState } from 'react';

export const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** True from the first dragged file on. Until the drop zone stands, the browser is kept from leaving the page for a file. */
export function useDraggedFiles(): boolean {
  const [dragged, setDragged] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setDragged(true);
    };
    addEventListener('dragenter', over);
    addEventListener('dragover', over);
    return () => {
      removeEventListener('dragenter', over);
      removeEventListener('dragover', over);
    };
  }, []);
  return dragged;
}
