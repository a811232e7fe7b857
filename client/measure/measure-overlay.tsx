/** Measurements on the map with their figures; the pen is out while the measuring sheet is open. */
import { DrawingOverlay } from '../draw/drawing-overlay.tsx';
import { useMeasureLabels } from './figures.ts';
import { measurements, useKind, useMeasureAddress } from './measure-store.ts';

export function MeasureOverlay({ active, onLeave }: { readonly active: boolean; readonly onLeave: () => void }) {
  const kind = useKind();
  const labels = useMeasureLabels();
  useMeasureAddress();
  return <DrawingOverlay id="measure" store={measurements} kind={active ? kind : null} onLeave={onLeave} labels={labels} />;
}
