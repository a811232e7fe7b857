/** The way of an enquiry of an investor through the office, and how long what it says is kept. */

export const ENQUIRY_STATUSES = [
  { value: 'new', label: { pl: 'nowe', en: 'new' } },
  { value: 'answered', label: { pl: 'z odpowiedzią', en: 'answered' } },
  { value: 'closed', label: { pl: 'zamknięte', en: 'closed' } },
  { value: 'spam', label: { pl: 'spam', en: 'spam' } },
] as const;
export type EnquiryStatus = (typeof ENQUIRY_STATUSES)[number]['value'];

/** Where it may go from here; spam and what is closed come back by one step. */
export const ENQUIRY_STEPS: Readonly<Record<EnquiryStatus, readonly EnquiryStatus[]>> = {
  new: ['answered', 'closed', 'spam'],
  answered: ['closed', 'new'],
  closed: ['answered'],
  spam: ['new'],
};

/** Days after which who asked and what they wrote is erased: counted from the last change of a closed one, or of spam. Site, day and status stay, for the figures. */
export const ERASED_AFTER_DAYS: Readonly<Partial<Record<EnquiryStatus, number>>> = { closed: 365, spam: 30 };

/** A form is taken from three seconds after it was opened to a day: programs are faster, and a page that is left open is asked for another token. */
export const TOKEN_FROM_MS = 3_000;
export const TOKEN_UNTIL_MS = 24 * 3_600_000;
/** The same words about the same site from the same address are one enquiry. */
export const SAME_WITHIN_MS = 3_600_000;
