/** The difference as a tool: hands the drawn area of the spatial search to the room that compares. */
import { useMemo } from 'react';
import { areaOfInterest, parseQuestion } from './area/area-address.ts';
import { DifferenceSheet } from './difference/difference-sheet.tsx';
import { useUrl } from './url/use-url.ts';

export function DifferenceTool({ onClose }: { readonly onClose: () => void }) {
  const { area } = useUrl();
  const drawn = useMemo(() => {
    const shape = parseQuestion(area)?.shape;
    const asked = shape && areaOfInterest(shape);
    return asked?.type === 'geometry' && asked.geometry.type === 'Polygon' ? asked.geometry : null;
  }, [area]);
  return <DifferenceSheet area={drawn} onClose={onClose} />;
}
