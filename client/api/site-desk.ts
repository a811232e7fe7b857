/** Sites, enquiries and figures of the Investor Service Centre: asked for and written; for its advisers. */
import { queryOptions } from '@tanstack/react-query';
import type { Enquiry, EnquiryChange, EnquiryList } from '../../domain/contract/investment/enquiry.ts';
import type { SearchFigures } from '../../domain/contract/investment/search-figures.ts';
import type { DeskFile, DeskSite, DeskSiteList, NewSite, SiteContent, SiteHistory } from '../../domain/contract/investment/site-desk.ts';
import type { EnquiryStatus } from '../../domain/investment/enquiry-status.ts';
import { requestJson, withQuery } from './http.ts';
import { queryClient } from './query-client.ts';
import { uploadFile } from './upload.ts';
import { write } from './write.ts';

const DESK = '/api/investment/desk';
const pathOf = (key: string): string => `${DESK}/sites/${encodeURIComponent(key)}`;
const tag = (version: number): string => `"${version}"`;

/** For `useQuery`. */
export const deskSitesQuery = queryOptions({ queryKey: ['desk-sites'], staleTime: 10_000, refetchOnWindowFocus: true, queryFn: ({ signal }) => requestJson<DeskSiteList>(`${DESK}/sites`, { signal }) });
export const deskSiteQuery = (key: string) => queryOptions({ queryKey: ['desk-site', key], staleTime: 10_000, refetchOnWindowFocus: true, queryFn: ({ signal }) => requestJson<DeskSite>(pathOf(key), { signal }) });
export const siteHistoryQuery = (key: string) => queryOptions({ queryKey: ['desk-site', key, 'history'], staleTime: 0, queryFn: async ({ signal }) => (await requestJson<SiteHistory>(`${pathOf(key)}/history`, { signal })).versions });
export const enquiriesQuery = (status: EnquiryStatus | null, before: number | null) =>
  queryOptions({ queryKey: ['enquiries', status, before], staleTime: 10_000, refetchOnWindowFocus: true, queryFn: ({ signal }) => requestJson<EnquiryList>(withQuery(`${DESK}/enquiries`, { status, before }), { signal }) });
export const enquiryQuery = (id: number) => queryOptions({ queryKey: ['enquiry', id], staleTime: 0, queryFn: ({ signal }) => requestJson<Enquiry>(`${DESK}/enquiries/${id}`, { signal }) });
export const searchFiguresQuery = (days: number) => queryOptions({ queryKey: ['search-figures', days], staleTime: 60_000, queryFn: ({ signal }) => requestJson<SearchFigures>(withQuery(`${DESK}/search-figures`, { days }), { signal }) });

/** The site as the server now has it, for all who show it. */
function took(site: DeskSite): DeskSite {
  queryClient.setQueryData(deskSiteQuery(site.key).queryKey, site);
  void queryClient.invalidateQueries({ queryKey: deskSitesQuery.queryKey });
  void queryClient.invalidateQueries({ queryKey: siteHistoryQuery(site.key).queryKey });
  return site;
}
/** What the public sees is another now: whatever this page knows of the registers is asked anew. */
const OURS = ['session', 'desk-sites', 'desk-site', 'enquiries', 'enquiry'];
const forgetPublic = (): void => { void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !OURS.includes(String(queryKey[0])) }); };

export const createSite = async (site: NewSite): Promise<DeskSite> => took((await write<DeskSite>('POST', `${DESK}/sites`, { body: site })).value);
export const takeOverSite = async (key: string): Promise<DeskSite> => took((await write<DeskSite>('POST', `${DESK}/sites`, { body: { takeOver: key } })).value);
export const saveSite = async (key: string, version: number, content: SiteContent): Promise<DeskSite> => took((await write<DeskSite>('PUT', pathOf(key), { body: content, ifMatch: tag(version) })).value);
export const restoreSite = async (key: string, version: number, to: number): Promise<DeskSite> => took((await write<DeskSite>('POST', `${pathOf(key)}/restoration`, { body: { version: to }, ifMatch: tag(version) })).value);
export async function publishSite(key: string, version: number): Promise<DeskSite> {
  const site = took((await write<DeskSite>('POST', `${pathOf(key)}/publication`, { body: {}, ifMatch: tag(version) })).value);
  forgetPublic();
  return site;
}
export async function withdrawSite(key: string, version: number, reason: string): Promise<DeskSite> {
  const site = took((await write<DeskSite>('POST', `${pathOf(key)}/withdrawal`, { body: { reason }, ifMatch: tag(version) })).value);
  forgetPublic();
  return site;
}
/** Asks anew, past what is known. */
export const fetchSite = (key: string): Promise<DeskSite> => queryClient.fetchQuery({ ...deskSiteQuery(key), staleTime: 0 });

export async function bringFile(key: string, file: File, options: Parameters<typeof uploadFile>[2]): Promise<DeskFile> {
  const brought = await uploadFile<DeskFile>(withQuery(`${pathOf(key)}/files`, { id: crypto.randomUUID(), name: file.name }), file, options);
  await queryClient.invalidateQueries({ queryKey: deskSiteQuery(key).queryKey, exact: true });
  return brought;
}
export const deskFilePath = (key: string, id: string): string => `${pathOf(key)}/files/${id}`;

export async function changeEnquiry(id: number, version: number, change: EnquiryChange): Promise<Enquiry> {
  const { value } = await write<Enquiry>('PATCH', `${DESK}/enquiries/${id}`, { body: change, ifMatch: tag(version) });
  queryClient.setQueryData(enquiryQuery(id).queryKey, value);
  void queryClient.invalidateQueries({ queryKey: ['enquiries'] });
  return value;
}
