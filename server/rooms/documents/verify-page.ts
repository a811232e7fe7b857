/** The page behind the QR code of a paper: unchanged, superseded or unknown, in words. */
import type { ExtractRecord, Verification } from '../../../domain/contract/verification.ts';
import { objectPath } from '../../../domain/paths.ts';
import { FORMATS } from '../../../domain/text/formats.ts';
import { defineTexts, type Language } from '../../../domain/text/language.ts';
import { escapeHtml as text } from '../../http/html-page.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Sprawdzenie wydruku', unchanged: 'Bez zmian', superseded: 'Zastąpiony', unknown: 'Nieznany',
    unchangedLead: 'Taki wydruk wydał ten serwis, a rejestry mówią dziś o tym dniu dokładnie to samo.', supersededLead: 'Taki wydruk wydał ten serwis, ale rejestry mówią dziś o tym dniu co innego.',
    unknownLead: 'Ten serwis nie wydał wydruku o takim skrócie. Sprawdź, czy adres przepisano dokładnie: wystarczy jeden inny znak.', since: (day: string, dataset: string) => `Nie wcześniej niż ${day}, po imporcie zbioru „${dataset}”.`,
    sinceUnknown: 'Kiedy – nie wiadomo: zmieniono wpisy bez importu.', by: 'Obecna treść', gone: 'Rejestr nie zna już tej działki na ten dzień.', number: 'Numer wydruku', parcel: 'Działka', day: 'Fakty na dzień', issued: 'Wydano', version: 'Wersja danych', hash: 'Skrót treści (SHA-256)',
    compare: 'Porównaj numer, działkę, dzień i skrót z wydrukiem: muszą być te same.', notStatutory: 'To nie jest wypis ani wyrys z planu miejscowego ani dokument urzędowy.', open: 'Co obowiązuje na tej działce tego dnia', other: 'English',
  },
  en: {
    title: 'Checking a paper', unchanged: 'Unchanged', superseded: 'Superseded', unknown: 'Unknown',
    unchangedLead: 'This service has issued such a paper, and the registers say exactly the same of that day today.', supersededLead: 'This service has issued such a paper, but the registers say something else of that day today.',
    unknownLead: 'This service has issued no paper with such a hash. Check that the address was copied exactly: one other character is enough.', since: (day: string, dataset: string) => `Not earlier than ${day}, after the import of data set “${dataset}”.`,
    sinceUnknown: 'When is not known: entries were changed without an import.', by: 'The present content', gone: 'The register no longer knows this parcel on that day.', number: 'Number of the paper', parcel: 'Parcel', day: 'Facts as of', issued: 'Issued', version: 'Version of the data', hash: 'Hash of the content (SHA-256)',
    compare: 'Compare number, parcel, day and hash with the paper: they must be the same.', notStatutory: 'This is neither the statutory extract (wypis) nor excerpt (wyrys) of a local plan, nor an official document.', open: 'What applies on this parcel on that day', other: 'Polski',
  },
});

function recordList({ number, identifier, day, issuedAt, dataVersion, hash }: ExtractRecord, lang: Language): string {
  const texts = TEXTS[lang];
  const { date } = FORMATS[lang];
  const instant = new Intl.DateTimeFormat(lang === 'pl' ? 'pl-PL' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Warsaw' }).format(new Date(issuedAt));
  const rows: [string, string][] = [[texts.number, number], [texts.parcel, identifier], [texts.day, date(day)], [texts.issued, instant], [texts.version, dataVersion], [texts.hash, hash.replaceAll(/(.{8})(?=.)/g, '$1 ')]];
  const link = `/tekst${objectPath('parcels', identifier)}?datetime=${day}${lang === 'en' ? '&lang=en' : ''}`;
  return `<dl>${rows.map(([label, value]) => `<div><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`).join('')}</dl><p><a href="${text(link)}">${text(texts.open)}</a></p>`;
}

/** Everything in it that came from outside is shown as text. */
export function verifyPage(verification: Verification, hash: string, lang: Language): string {
  const texts = TEXTS[lang];
  const { state } = verification;
  const superseded = state !== 'superseded' ? '' : `<p>${text(verification.since ? texts.since(FORMATS[lang].date(verification.since.day), verification.since.dataset) : texts.sinceUnknown)}</p>`
    + `<h2>${text(texts.by)}</h2>${verification.by ? recordList(verification.by, lang) : `<p>${text(texts.gone)}</p>`}`;
  const known = state === 'unknown' ? '' : `<p>${text(texts.compare)}</p>${recordList(verification.record, lang)}`;
  const other = lang === 'pl' ? 'en' : 'pl';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${text(`${texts[state]}: ${texts.title}`)} | MSIP Kraków</title>`
    + `<link rel="stylesheet" href="/tekst/styl.css"></head><body><header><nav><a class="mark" href="/tekst">MSIP Kraków</a> <a href="/verify/${text(encodeURIComponent(hash))}?lang=${other}" lang="${other}" hreflang="${other}">${text(texts.other)}</a></nav></header>`
    + `<main><p class="subtitle">${text(texts.title)}</p><h1 data-state="${state}">${text(texts[state])}</h1><p>${text(texts[`${state}Lead`])}</p>${known}${superseded}<p class="source">${text(texts.notStatutory)}</p></main></body></html>`;
}
