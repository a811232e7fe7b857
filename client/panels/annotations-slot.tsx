/** Where work of the office stands in the panels of objects: annotations, one about a paragraph, a word on an overlap. Their code comes after the panel. */
import { type ComponentProps, createContext, lazy, Suspense, useContext } from 'react';
import { useDeskKnown } from '../api/desk-known.ts';
import { Boundary } from '../ui/boundary.tsx';

const Section = lazy(() => import('../annotation-list/annotations-section.tsx').then((room) => ({ default: room.AnnotationsSection })));

export const AnnotationsSlot = (props: { readonly subject: 'parcel' | 'plan'; readonly objectKey: string }) => <Boundary><Suspense><Section {...props} /></Suspense></Boundary>;

const Paragraphs = lazy(() => import('../annotations/annotate-button.tsx').then((room) => ({ default: room.ParagraphButtons })));

/** For people of the office, below figures that name their paragraphs. */
export const ParagraphsSlot = (props: ComponentProps<typeof Paragraphs>) => useDeskKnown() && <Boundary><Suspense><Paragraphs {...props} /></Suspense></Boundary>;

const Word = lazy(() => import('../procedures/overlap-word.tsx').then((room) => ({ default: room.OverlapWord })));

/** The parcel whose statement this is; null: it is of something else. */
export const StatementParcel = createContext<string | null>(null);

/** For people of the office, at an entry of a zone. */
export function OverlapSlot({ entry, symbol }: { readonly entry: string; readonly symbol: string }) {
  const parcel = useContext(StatementParcel);
  return useDeskKnown() && parcel && <Boundary><Suspense><Word parcel={parcel} entry={entry} symbol={symbol} /></Suspense></Boundary>;
}
