/** What the demonstration's offer looked like in the year before its day: when sites were listed, how status and price came about. Made up, told as such. */
import { randomOf, type Random } from './random.ts';

/** What of a site changes in the course of an offer. */
export interface Offer {
  readonly status: string;
  readonly price_pln?: number | null;
  readonly by_tender: boolean;
}
export type ListedSite = Offer & { readonly key: string };

/** A site from then on; `changes` are laid over the site as it is today. Not listed: taken off the list. */
export interface Telling {
  readonly key: string;
  /** ISO instant, in working hours. */
  readonly at: string;
  readonly listed: boolean;
  readonly changes: Partial<Offer>;
}

const DAY_MS = 86_400_000;
/** Before the year begins, and the year until the day of the demonstration's data. */
const [FIRST, YEAR, LAST] = [Date.UTC(2025, 5, 2), Date.UTC(2025, 10, 3), Date.UTC(2026, 9, 30)];

/** The beginning of a working day: Saturday and Sunday become the Friday before. */
const workday = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS - Math.max(0, ((new Date(at).getUTCDay() + 6) % 7) - 4) * DAY_MS;
const within = (from: number, to: number, random: Random): number => workday(from + random.whole(0, Math.round((to - from) / DAY_MS)) * DAY_MS);
const atWork = (day: number, random: Random): string => new Date(day + random.whole(7 * 60, 13 * 60) * 60_000).toISOString();

type Step = Partial<Offer> | 'withdrawn';
const TENDER: Partial<Offer> = { status: 'in-tender', price_pln: null, by_tender: true };
/** A tender that failed, and a price that was asked before, are higher than today's. */
const dearer = (price: number, random: Random): Partial<Offer> => ({ price_pln: Math.round((price * random.between(1.05, 1.16)) / 10_000) * 10_000 });

/** What came before today, the oldest first; none: it has been as it is all year. */
function stepsBefore({ status, price_pln: price, by_tender: byTender }: ListedSite, random: Random): Step[] {
  const asked = { price_pln: price ?? null, by_tender: byTender };
  switch (status) {
    case 'sold': return [{ ...asked, status: 'available' }, TENDER];
    case 'reserved': return [...(random.chance(0.3) ? [{ ...asked, status: 'in-preparation' }] : []), { ...asked, status: 'available' }];
    case 'in-tender': return random.chance(0.4) ? [{ status: 'in-preparation' }, { status: 'available' }] : [{ status: 'available' }];
    case 'available': {
      const course = random.weighted({ steady: 34, readied: 22, cheaper: 26, failed: 10, paused: 8 });
      if (course === 'readied') return [{ ...asked, status: 'in-preparation' }];
      if (course === 'failed') return [TENDER];
      if (course === 'paused') return [{}, 'withdrawn'];
      return course === 'cheaper' && price ? [dearer(price, random)] : [];
    }
    default: return [];
  }
}

function tellingsOf(site: ListedSite): Telling[] {
  const random = randomOf(`history ${site.key}`);
  const steps: Step[] = [...stepsBefore(site, random), {}];
  // Every seventh came onto the list during the year.
  const fresh = random.chance(0.15);
  const inYear = fresh ? steps.length : steps.length - 1;
  const days = Array.from({ length: inYear }, (_, at) => within(YEAR + ((LAST - YEAR) * at) / inYear, YEAR + ((LAST - YEAR) * (at + 0.9)) / inYear, random));
  const all = [...(fresh ? [] : [within(FIRST, YEAR - 30 * DAY_MS, random)]), ...days];
  return steps.map((step, at) => ({ key: site.key, at: atWork(all[at]!, random), listed: step !== 'withdrawn', changes: step === 'withdrawn' ? {} : step }));
}

/** The last telling of every site is the site as it is today. The same sites, the same history. */
export const siteHistory = (sites: readonly ListedSite[]): Telling[] => sites.flatMap(tellingsOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
