/** What can stand on a shortlist: a listed site by its key, a parcel of the municipality as `parcel:` and its identifier, or several of them taken together as `assembly:`. */
import { parseParcelIdentifier } from '../geo/parcel-identifier.ts';
import { MOST_ASSEMBLED } from '../contract/investment/assemblies.ts';
import { SITE_KEY } from '../contract/investment/site.ts';

/** `key` of an assembly: the identifiers of its parcels with `~` between, in the order of the alphabet. */
export interface LandRef { readonly kind: 'site' | 'parcel' | 'assembly'; readonly key: string }

const PARCEL = 'parcel:';
const ASSEMBLY = 'assembly:';
const BETWEEN = '~';

/** The same parcels are the same assembly, in whatever order they were found. */
export const assemblyRef = (identifiers: readonly string[]): LandRef => ({ kind: 'assembly', key: identifiers.toSorted().join(BETWEEN) });

/** Identifiers of the parcels of an assembly, or of the one parcel. */
export const parcelsOfRef = ({ key }: LandRef): string[] => key.split(BETWEEN);

function parseAssembly(text: string): LandRef | null {
  const identifiers = text.split(BETWEEN);
  const known = identifiers.every((one) => parseParcelIdentifier(one) !== null) && new Set(identifiers).size === identifiers.length;
  return known && identifiers.length >= 2 && identifiers.length <= MOST_ASSEMBLED ? assemblyRef(identifiers) : null;
}

/** Null: it names none of them. */
export function parseLandRef(text: string): LandRef | null {
  if (text.startsWith(ASSEMBLY)) return parseAssembly(text.slice(ASSEMBLY.length));
  if (text.startsWith(PARCEL)) {
    const key = text.slice(PARCEL.length);
    return parseParcelIdentifier(key) ? { kind: 'parcel', key } : null;
  }
  // Links may name a parcel without the word.
  if (parseParcelIdentifier(text)) return { kind: 'parcel', key: text };
  return SITE_KEY.test(text) ? { kind: 'site', key: text } : null;
}

export const printLandRef = ({ kind, key }: LandRef): string => (kind === 'site' ? key : `${kind}:${key}`);
