/** What was written in the form of an enquiry and is not sent yet: kept on this device, site by site, until it is sent or thrown away. */
export interface EnquiryDraft { readonly name: string; readonly email: string; readonly phone: string; readonly company: string; readonly message: string }

export const EMPTY: EnquiryDraft = { name: '', email: '', phone: '', company: '', message: '' };
export const FIELDS = Object.keys(EMPTY) as readonly (keyof EnquiryDraft)[];
const nameOf = (site: string): string => `msip.enquiry.${site}`;

export function readDraft(site: string): EnquiryDraft {
  try {
    const read = JSON.parse(localStorage.getItem(nameOf(site)) ?? '{}') as Readonly<Record<string, unknown>> | null;
    return Object.fromEntries(FIELDS.map((field) => [field, typeof read?.[field] === 'string' ? read[field] : ''])) as unknown as EnquiryDraft;
  } catch {
    return EMPTY;
  }
}

/** One without any words is forgotten. */
export function keepDraft(site: string, draft: EnquiryDraft): void {
  try {
    if (FIELDS.every((field) => draft[field] === '')) localStorage.removeItem(nameOf(site));
    else localStorage.setItem(nameOf(site), JSON.stringify(draft));
  } catch { /* private browsing: it lives as long as the page */ }
}
