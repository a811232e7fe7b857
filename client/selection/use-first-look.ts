/** A link to an object without a camera: once the map and the object are there, the map goes to it. */
import { useEffect, useRef } from 'react';
import { useFeature } from '../api/features.ts';
import { showBox } from '../map/camera.ts';
import { useMap } from '../map/map-store.ts';
import { OPENED_WITH } from '../url/use-url.ts';
import { useOpenObject } from './use-selection.ts';

export function useFirstLook(): void {
  const map = useMap();
  const object = useOpenObject();
  const { data } = useFeature(object);
  const wanted = useRef(!OPENED_WITH.camera && object !== null);
  useEffect(() => {
    if (!wanted.current || !map || !data?.geometry) return;
    wanted.current = false;
    void import('@turf/bbox').then(({ default: bbox }) => {
      const [west, south, east, north] = bbox(data);
      showBox([west, south!, east!, north!], { maxZoom: 17.5 });
    });
  }, [map, data]);
}
