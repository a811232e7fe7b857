/** The letter by which the office is told of an enquiry; answering it answers the investor. */
import type { NewEnquiry } from '../../../domain/contract/investment/enquiry.ts';
import { isAddress, type Letter } from '../../mail/outbox.ts';

/** A name of a register may hold anything. */
const oneLine = (text: string): string => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

export function letterOf(enquiry: NewEnquiry, { reference, siteName, to, publicUrl }: { readonly reference: string; readonly siteName: string; readonly to: string; readonly publicUrl: string }): Letter {
  const { name, email, phone, company, message, site } = enquiry;
  return {
    to, subject: `Zapytanie o teren: ${oneLine(siteName).slice(0, 150)} [${reference}]`, purpose: 'enquiry', purposeKey: `${reference} ${to}`.slice(0, 200),
    ...(isAddress(email) ? { headers: { 'Reply-To': email } } : {}),
    text: [
      `Teren: ${oneLine(siteName)}`, `${publicUrl}/teren/${encodeURIComponent(site)}`, '', `Pyta: ${name}`, ...(company ? [`Firma: ${company}`] : []), `E-mail: ${email}`, ...(phone ? [`Telefon: ${phone}`] : []), '', message, '',
      '-- ', `Numer zapytania: ${reference}. Odpowiedź na tę wiadomość trafi do pytającego.`, `Lista zapytań: ${publicUrl}/biurko?tool=desk-enquiries`,
    ].join('\n'),
  };
}
