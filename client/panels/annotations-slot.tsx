/** Where annotations stand in the panel of a parcel or a plan; their code comes after the panel. */
import { lazy, Suspense } from 'react';
import { Boundary } from '../ui/boundary.tsx';

const Section = lazy(() => import('../annotation-list/annotations-section.tsx').then((room) => ({ default: room.AnnotationsSection })));

export const AnnotationsSlot = (props: { readonly subject: 'parcel' | 'plan'; readonly objectKey: string }) => <Boundary><Suspense><Section {...props} /></Suspense></Boundary>;
