/** Where the demonstration has parcels: the old town, the strategic areas and the housing districts. */
import { skeleton } from './facts.ts';
import { ringContains, type Point } from './plane.ts';

const AREAS = skeleton.parcelAreas.map(([name, ...outline]) => ({ name, outline }));

/** Name of the parcel area that holds the point; null where the city has streets only. */
export const parcelAreaAt = (point: Point): string | null => AREAS.find(({ outline }) => ringContains(outline, point))?.name ?? null;
