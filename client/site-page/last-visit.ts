/** What this device saw of a site when it was last here: the number of the last version. Kept on the device only. */
import { useState } from 'react';
import type { Site } from '../../domain/contract/investment/site.ts';

const STORED = 'msip.site-visits';
/** The oldest are forgotten. */
const MOST = 100;

export interface Visit { readonly seq: number; readonly at: string }
type Visits = Readonly<Record<string, Visit>>;

function visits(): Visits {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, visit]) => typeof (visit as Visit | null)?.seq === 'number' && typeof (visit as Visit).at === 'string')) as Visits;
  } catch {
    return {};
  }
}

function remember(key: string, visit: Visit): void {
  try {
    const others = Object.entries(visits()).filter(([one]) => one !== key).slice(1 - MOST);
    localStorage.setItem(STORED, JSON.stringify(Object.fromEntries([...others, [key, visit]])));
  } catch { /* private browsing: the next visit is the first again */ }
}

/** The visit before this one; null: it is the first. Looking at it makes it the last. Mount one a site. */
export function useLastVisit({ key, versions }: Site): Visit | null {
  const [before] = useState(() => {
    const visit = visits()[key] ?? null;
    remember(key, { seq: versions[0]?.seq ?? visit?.seq ?? 0, at: new Date().toISOString() });
    return visit;
  });
  return before;
}

/** Forgets all visits. */
export function forgetVisits(): void {
  try {
    localStorage.removeItem(STORED);
  } catch { /* nothing was kept */ }
}
