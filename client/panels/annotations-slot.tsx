/** Where annotations stand in the panels of objects: those there are, and writing one about a paragraph. Their code comes after the panel. */
import { type ComponentProps, lazy, Suspense } from 'react';
import { useDeskKnown } from '../api/desk-known.ts';
import { Boundary } from '../ui/boundary.tsx';

const Section = lazy(() => import('../annotation-list/annotations-section.tsx').then((room) => ({ default: room.AnnotationsSection })));

export const AnnotationsSlot = (props: { readonly subject: 'parcel' | 'plan'; readonly objectKey: string }) => <Boundary><Suspense><Section {...props} /></Suspense></Boundary>;

const Paragraphs = lazy(() => import('../annotations/annotate-button.tsx').then((room) => ({ default: room.ParagraphButtons })));

/** For people of the office, below figures that name their paragraphs. */
export const ParagraphsSlot = (props: ComponentProps<typeof Paragraphs>) => useDeskKnown() && <Boundary><Suspense><Paragraphs {...props} /></Suspense></Boundary>;
