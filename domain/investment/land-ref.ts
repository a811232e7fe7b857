/** What can stand on a shortlist: a listed site by its key, or a parcel of the municipality as `parcel:` and its identifier. */
import { parseParcelIdentifier } from '../geo/parcel-identifier.ts';
import { SITE_KEY } from '../contract/investment/site.ts';

export type LandRef = { readonly kind: 'site'; readonly key: string } | { readonly kind: 'parcel'; readonly key: string };

const PARCEL = 'parcel:';

/** Null: it names neither. */
export function parseLandRef(text: string): LandRef | null {
  if (text.startsWith(PARCEL)) {
    const key = text.slice(PARCEL.length);
    return parseParcelIdentifier(key) ? { kind: 'parcel', key } : null;
  }
  // Links may name a parcel without the word.
  if (parseParcelIdentifier(text)) return { kind: 'parcel', key: text };
  return SITE_KEY.test(text) ? { kind: 'site', key: text } : null;
}

export const printLandRef = ({ kind, key }: LandRef): string => (kind === 'parcel' ? `${PARCEL}${key}` : key);
