/** Where capacity stands in the panels of parcels and sites. Its code comes after the panel. */
import { type ComponentProps, lazy, Suspense } from 'react';
import { Boundary } from '../ui/boundary.tsx';

const Capacity = lazy(() => import('../capacity/capacity.tsx').then((room) => ({ default: room.Capacity })));

export const CapacitySlot = (props: ComponentProps<typeof Capacity>) => <Boundary><Suspense><Capacity {...props} /></Suspense></Boundary>;
