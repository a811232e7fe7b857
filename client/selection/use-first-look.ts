/** A link to an object without a camera: once the map and the object are there, the map goes to it. */
import { useEffect, useRef } from 'react';
import { useFeature } from '../api/features.ts';
import { showBox } from '../map/camera.ts';
import { useMap } from '../map/map-store.ts';
import { useOpenObject } from './use-selection.ts';

/** Read before the map writes its own camera there. */
const withoutCamera = !/^#[\d.]+\//.test(location.hash);

export function useFirstLook(): void {
  const map = useMap();
  const object = useOpenObject();
  const { data } = useFeature(object);
  const wanted = useRef(withoutCamera && object !== null);
  useEffect(() => {
    if (!wanted.current || !map || !data?.geometry) return;
    wanted.current = false;
    void import('@turf/bbox').then(({ default: bbox }) => {
      const [west, south, east, north] = bbox(data);
      showBox([west, south!, east!, north!], { maxZoom: 17.5 });
    });
  }, [map, data]);
}
