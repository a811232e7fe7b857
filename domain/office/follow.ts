/** Where an annotation goes when its parcel is no more: by itself where that is clear, else to somebody who decides. */

import { FORMATS } from '../text/formats.ts';

/** A parcel that stands now on the ground of the old one. */
export interface Successor {
  readonly key: string;
  /** Of the old parcel's ground, 0–1. */
  readonly share: number;
  /** Of the same kind as the old one: real data do not succeed demonstration data. */
  readonly sameKind: boolean;
  /** What was drawn on the old parcel lies in this one, or comes as near as boundaries are accurate. */
  readonly nearDrawn: boolean;
  /** … and not a part of it outside. */
  readonly holdsDrawn: boolean;
}

export interface Stranded {
  readonly parcel: string;
  /** A parcel of the same number stands. */
  readonly stands: boolean;
  /** An open question was asked before. */
  readonly asked: boolean;
  readonly successors: readonly Successor[];
}

export type FollowUp =
  | { readonly kind: 'stays' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'moves'; readonly to: string }
  | { readonly kind: 'asks'; readonly why: 'split' | 'boundary-shift' | 'gone' };

/** A number goes on when at least half of its ground does. */
const GOES_ON = 0.5;
/** One parcel that has nearly all of the ground is the successor: merged, renumbered, measured anew. */
const NEARLY_ALL = 0.95;

export function followUp({ parcel, stands, asked, successors }: Stranded): FollowUp {
  if (stands && (successors.find(({ key }) => key === parcel)?.share ?? 0) >= GOES_ON) return { kind: asked ? 'restored' : 'stays' };
  const [only, ...more] = successors;
  if (only && more.length === 0 && only.sameKind && only.share >= NEARLY_ALL) return { kind: 'moves', to: only.key };
  const near = successors.filter(({ nearDrawn }) => nearDrawn);
  if (near.length === 1 && near[0]!.holdsDrawn && near[0]!.sameKind) return { kind: 'moves', to: near[0]!.key };
  return { kind: 'asks', why: stands ? 'boundary-shift' : successors.some(({ sameKind }) => sameKind) ? 'split' : 'gone' };
}

/** What the history of the annotation says of it, in the language of the office. `since`: ISO day. */
export function followNote(parcel: string, since: string, outcome: Exclude<FollowUp, { kind: 'stays' }>): string {
  const gone = `Działki ${parcel} nie ma od ${FORMATS.pl.date(since)}`;
  if (outcome.kind === 'moves') return `${gone}; uwaga przeszła na działkę ${outcome.to}.`;
  if (outcome.kind === 'restored') return `Działka ${parcel} znów istnieje; uwaga pozostaje przy niej.`;
  if (outcome.why === 'boundary-shift') return `Działka ${parcel} zachowała od ${FORMATS.pl.date(since)} mniej niż połowę swojego gruntu; do rozstrzygnięcia, której działki dotyczy uwaga.`;
  return outcome.why === 'gone' ? `${gone}, a rejestr nie wskazuje następcy; do rozstrzygnięcia.` : `${gone}; do rozstrzygnięcia, której z nowych działek dotyczy uwaga.`;
}

/** What the history says of a decision; without parcels the annotation keeps the old number. */
export const reviewNote = (parcel: string, parcels: readonly string[]): string =>
  (parcels.length === 0 ? `Rozstrzygnięto: uwaga pozostaje przy działce ${parcel}.` : `Rozstrzygnięto: zamiast działki ${parcel} uwaga dotyczy ${parcels.length === 1 ? 'działki' : 'działek'} ${parcels.join(', ')}.`);
