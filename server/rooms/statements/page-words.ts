/** The words of the pages without script, beside those of the statements. */
import { defineTexts } from '../../../domain/text/language.ts';

export const PAGE_WORDS = defineTexts({
  pl: {
    skip: 'Przejdź do treści', pages: 'Strony', plans: 'Wszystkie plany', asOf: 'Stan na dzień', contents: 'Spis treści', otherDay: 'Inny dzień', show: 'Pokaż', apart: 'Do sprawdzenia: na granicy dokładności rysunków albo tylko się styka',
    map: 'Na mapie', json: 'Dane (JSON)', pdf: 'Wydruk (PDF)', start: 'MSIP Kraków bez mapy', lead: 'Co obowiązuje na działce, w planie i w dzielnicy – jako tekst, bez skryptów.', search: 'Szukaj działki, adresu, planu', find: 'Szukaj', districts: 'Dzielnice',
    results: 'Wyniki wyszukiwania', nothing: 'Nic nie znaleziono. Spróbuj numeru działki (S-1 580/4), adresu (Wielicka 12) albo nazwy planu.', here: 'co tu obowiązuje',
    filter: 'Pokaż plany', status: 'Stan', kind: 'Rodzaj', all: 'wszystkie', text: 'Nazwa zawiera', order: 'Kolejność', byName: 'według nazwy', byArea: 'największe najpierw', byNext: 'najbliższy termin najpierw', bySince: 'najnowsze najpierw',
  },
  en: {
    skip: 'Skip to the content', pages: 'Pages', plans: 'All plans', asOf: 'As of', contents: 'Contents', otherDay: 'Another day', show: 'Show', apart: 'To be checked: within the accuracy of the drawings, or only touching',
    map: 'On the map', json: 'Data (JSON)', pdf: 'Print (PDF)', start: 'MSIP Kraków without a map', lead: 'What applies on a parcel, in a plan and in a district – as text, without scripts.', search: 'Find a parcel, an address, a plan', find: 'Search', districts: 'Districts',
    results: 'Search results', nothing: 'Nothing was found. Try a parcel number (S-1 580/4), an address (Wielicka 12) or the name of a plan.', here: 'what applies here',
    filter: 'Show plans', status: 'Status', kind: 'Kind', all: 'all', text: 'Name contains', order: 'Order', byName: 'by name', byArea: 'largest first', byNext: 'next date first', bySince: 'newest first',
  },
});
