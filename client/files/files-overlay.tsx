/** The reader's own files on the map, each in its colour; a click on one of their features shows its attributes. */
import { useEffect, useMemo, useRef } from 'react';
import { type GlMap, mapState, useMap } from '../map/map-store.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import { type OwnFile, pickFeature, useFiles } from './files-store.ts';

const REACH_PX = 6;

function FileOverlay({ file: { id, colour, data } }: { readonly file: OwnFile }) {
  const { halo } = usePalette();
  const layers = useMemo(() => [
    { type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour, 'fill-opacity': 0.2 } },
    { type: 'line', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': halo, 'line-width': 5, 'line-opacity': 0.7 } },
    { type: 'line', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': colour, 'line-width': 2.4 } },
    { type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 6, 'circle-color': colour, 'circle-stroke-color': halo, 'circle-stroke-width': 2 } },
  ] as const, [colour, halo]);
  useOverlay(`file-${id}`, data, layers);
  return null;
}

function useClicks(onPick: () => void): void {
  const map = useMap();
  const picking = useRef(onPick);
  picking.current = onPick;
  useEffect(() => {
    if (!map) return;
    const click = ({ point: { x, y } }: { point: { x: number; y: number } }) => {
      if (mapState().tool) return;
      const found = map.queryRenderedFeatures([[x - REACH_PX, y - REACH_PX], [x + REACH_PX, y + REACH_PX]], { layers: ownLayers(map) })[0];
      if (!found) return;
      pickFeature({ file: Number(found.source.slice('overlay-file-'.length)), feature: Number(found.id) });
      picking.current();
    };
    const subscription = map.on('click', click);
    return () => subscription.unsubscribe();
  }, [map]);
}

const ownLayers = (map: GlMap): string[] => map.getStyle().layers.flatMap((layer) => (layer.id.startsWith('overlay-file-') ? [layer.id] : []));

/** `onPick`: a feature was clicked. */
export function FilesOverlay({ onPick }: { readonly onPick: () => void }) {
  const files = useFiles((state) => state.files);
  useClicks(onPick);
  return <>{files.filter(({ shown }) => shown).map((file) => <FileOverlay key={file.id} file={file} />)}</>;
}
