/** Pages of investment sites, reports of them on paper, and enquiries about them. */
import { queryOptions } from '@tanstack/react-query';
import type { EnquiryReceipt, EnquiryToken, NewEnquiry } from '../../domain/contract/investment/enquiry.ts';
import type { Site } from '../../domain/contract/investment/site.ts';
import type { Language } from '../url/parameters.ts';
import { Failure, requestJson, withQuery } from './http.ts';

/** For `useQuery`; `day` is an ISO date; null: today. Fails with status 410 and `gone` for one that is listed no more. */
export const siteQuery = (key: string, day: string | null) => queryOptions({
  queryKey: ['site', key, day],
  queryFn: ({ signal }) => requestJson<Site>(withQuery(`/api/investment/sites/${encodeURIComponent(key)}`, { datetime: day }), { signal }),
});

/** What a site was called that is listed no more, and since when; null: the failure is another one. */
export const goneOf = (error: unknown): { readonly name: string; readonly since: string } | null => (error instanceof Failure ? error.problem?.gone ?? null : null);

/** One site or up to five pieces of land on paper; `need`: CQL2 text of what was searched for. */
export const reportPath = (sites: readonly string[], lang: Language, need: string | null = null): string => withQuery('/api/investment/report.pdf', { sites: sites.join(','), lang, need });

export const enquiryToken = (site: string): Promise<EnquiryToken> => requestJson<EnquiryToken>(withQuery('/api/investment/enquiries/token', { site }));
export const sendEnquiry = (body: NewEnquiry): Promise<EnquiryReceipt> => requestJson<EnquiryReceipt>('/api/investment/enquiries', { body });
