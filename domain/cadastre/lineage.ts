/** What an update of the cadastre did, read from overlaps: split, merge, new number, moved boundary, or a re-parcelling of several into several. */

export const LINEAGE_KINDS = [
  { value: 'split', label: { pl: 'podział', en: 'split' } },
  { value: 'merge', label: { pl: 'połączenie', en: 'merge' } },
  { value: 'renumber', label: { pl: 'zmiana numeru', en: 'new number' } },
  { value: 'boundary-shift', label: { pl: 'zmiana granicy', en: 'boundary moved' } },
  { value: 'reparcelling', label: { pl: 'nowy podział kilku działek', en: 'several parcels divided anew' } },
] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number]['value'];

/** Ground that a version which ended (parent) gave to one that stands after it (child). Shares of the area of each, 0–1. */
export interface Overlap {
  readonly parentId: number;
  readonly childId: number;
  readonly parentKey: string;
  readonly childKey: string;
  readonly day: string;
  readonly overlapM2: number;
  readonly parentShare: number;
  readonly childShare: number;
}

/** Under a tenth of both, it is a boundary that moved beside something larger, and joins nothing to one event. */
const MINOR = 0.1;
/** A new number is the whole parcel under another name, but for what measuring anew changes. */
const WHOLE = 0.9;

/** The kind of each overlap, in the order given: parcels that share ground on a day are one event, and an event has one kind. */
export function classify(overlaps: readonly Overlap[]): LineageKind[] {
  const isMinor = ({ parentShare, childShare }: Overlap): boolean => parentShare < MINOR && childShare < MINOR;
  const major = overlaps.filter((overlap) => !isMinor(overlap));
  const eventOf = join(major);
  const events = new Map<string, Overlap[]>();
  for (const overlap of major) {
    const event = eventOf(parentNode(overlap));
    events.set(event, [...events.get(event) ?? [], overlap]);
  }
  const kinds = new Map([...events].map(([event, members]) => [event, kindOf(members)]));
  return overlaps.map((overlap) => (isMinor(overlap) ? 'boundary-shift' : kinds.get(eventOf(parentNode(overlap)))!));
}

function kindOf(members: readonly Overlap[]): LineageKind {
  const parents = new Set(members.map(({ parentId }) => parentId));
  const children = new Set(members.map(({ childId }) => childId));
  // Every number goes on with the larger part of its ground: only boundaries moved.
  const goOn = members.filter(({ parentKey, childKey, parentShare }) => parentKey === childKey && parentShare > 0.5);
  if (goOn.length === parents.size && goOn.length === children.size) return 'boundary-shift';
  if (parents.size === 1 && children.size === 1) return members[0]!.parentShare >= WHOLE && members[0]!.childShare >= WHOLE ? 'renumber' : 'reparcelling';
  if (parents.size === 1) return 'split';
  return children.size === 1 ? 'merge' : 'reparcelling';
}

// The day is part of the name: a version that began on one day and ended on another takes part in two events.
const parentNode = ({ day, parentId }: Overlap): string => `${day} ${parentId} ended`;
const childNode = ({ day, childId }: Overlap): string => `${day} ${childId} began`;

/** Which event a version belongs to: versions joined by overlaps, directly or over others, have the same. */
function join(overlaps: readonly Overlap[]): (node: string) => string {
  const towards = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let next = towards.get(root); next !== undefined; next = towards.get(root)) root = next;
    if (root !== node) towards.set(node, root);
    return root;
  };
  for (const overlap of overlaps) {
    const [a, b] = [rootOf(parentNode(overlap)), rootOf(childNode(overlap))];
    if (a !== b) towards.set(a, b);
  }
  return rootOf;
}
