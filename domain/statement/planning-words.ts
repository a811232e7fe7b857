/** The words of plan and district pages, in both languages. */
import { defineTexts } from '../text/language.ts';

export const PLANNING_WORDS = defineTexts({
  pl: {
    act: 'Akt', timeline: 'Przebieg procedury', documents: 'Dokumenty', relations: 'Co ten plan zmienia i co zmienia jego', zones: 'Tereny i wskaźniki', name: 'Nazwa', procedure: 'Procedura', area: 'Powierzchnia', next: 'Najbliższy termin', until: 'do',
    OLD: 'dotychczasowa: wyłożenie i dyskusja publiczna', NEW: 'nowa: konsultacje społeczne', MPZP: 'Miejscowy plan zagospodarowania przestrzennego', POG: 'Plan ogólny gminy', ZPI: 'Zintegrowany plan inwestycyjny',
    date: 'Termin', what: 'Czynność', document: 'Dokument', past: 'zakończone', now: 'teraz', coming: 'przed nami', number: 'Numer', dated: 'Data', noEvents: 'Rejestr nie zna przebiegu procedury.', noDocuments: 'Rejestr nie zna dokumentów.', noZones: 'Plan nie ma jeszcze wyznaczonych terenów w tym zbiorze.', noRelations: 'Rejestr nie zna powiązań z innymi aktami.',
    'acting-changes': 'Zmienia', 'acting-replaces': 'Zastępuje', 'acting-repeals': 'Uchyla', 'acting-annuls': 'Unieważnia', 'affected-changes': 'Zmieniony przez', 'affected-replaces': 'Zastąpiony przez', 'affected-repeals': 'Uchylony przez', 'affected-annuls': 'Unieważniony przez',
    whole: 'w całości', part: 'w części', since: 'od', wouldBe: 'gdy wejdzie w życie',
    initiation: 'uchwała o przystąpieniu', resolution: 'uchwała', drawing: 'rysunek planu', annex: 'załącznik', journal: 'dziennik urzędowy', forecast: 'prognoza oddziaływania na środowisko', report: 'raport', other: 'inny dokument',
    unknownAddress: 'adres nieznany', kind: 'Rodzaj',
    figures: 'Najważniejsze liczby', inProgress: 'Plany w opracowaniu', deadlines: 'Najbliższe terminy', inForce: 'Plany obowiązujące', parks: 'Parki rzeczne', sites: 'Tereny inwestycyjne',
    population: 'Mieszkańcy (2019)', unknown: 'nie wiadomo', covered: 'Pod planami obowiązującymi', parcels: 'Działki w ewidencji', municipal: 'Grunty gminne', inside: 'W tej dzielnicy', noneInProgress: 'Żaden plan nie jest tu sporządzany.', noDeadlines: 'Brak wyznaczonych terminów.',
    noneInForce: 'Nie ma tu planu obowiązującego.', noParks: 'Nie ma tu parków rzecznych w rejestrze.', noSites: 'Nie ma tu terenów inwestycyjnych w rejestrze.', district: 'Dzielnica', allPlans: 'Wszystkie plany', allPlansOf: 'Kraków, rejestr planów', found: 'Liczba planów', none: 'Żaden plan nie spełnia warunków.',
  },
  en: {
    act: 'Act', timeline: 'Course of the procedure', documents: 'Documents', relations: 'What this plan changes and what changes it', zones: 'Zones and parameters', name: 'Name', procedure: 'Procedure', area: 'Area', next: 'Next date', until: 'until',
    OLD: 'former: public exhibition and discussion', NEW: 'new: public consultation', MPZP: 'Local spatial plan', POG: 'General municipal plan', ZPI: 'Integrated investment plan',
    date: 'Date', what: 'Step', document: 'Document', past: 'done', now: 'now', coming: 'to come', number: 'Number', dated: 'Dated', noEvents: 'The register does not know the course of the procedure.', noDocuments: 'The register knows no documents.', noZones: 'The plan has no zones in this data set yet.', noRelations: 'The register knows no relations to other acts.',
    'acting-changes': 'Changes', 'acting-replaces': 'Replaces', 'acting-repeals': 'Repeals', 'acting-annuls': 'Annuls', 'affected-changes': 'Changed by', 'affected-replaces': 'Replaced by', 'affected-repeals': 'Repealed by', 'affected-annuls': 'Annulled by',
    whole: 'in whole', part: 'in part', since: 'from', wouldBe: 'when it comes into force',
    initiation: 'initiation resolution', resolution: 'resolution', drawing: 'plan drawing', annex: 'annex', journal: 'official journal', forecast: 'environmental forecast', report: 'report', other: 'other document',
    unknownAddress: 'address not known', kind: 'Kind',
    figures: 'Key figures', inProgress: 'Plans in preparation', deadlines: 'Next dates', inForce: 'Plans in force', parks: 'River parks', sites: 'Investment sites',
    population: 'Inhabitants (2019)', unknown: 'not known', covered: 'Under plans in force', parcels: 'Parcels in the register', municipal: 'Municipal land', inside: 'In this district', noneInProgress: 'No plan is being prepared here.', noDeadlines: 'No dates are set.',
    noneInForce: 'No plan is in force here.', noParks: 'The register has no river parks here.', noSites: 'The register has no investment sites here.', district: 'District', allPlans: 'All plans', allPlansOf: 'Kraków, register of plans', found: 'Number of plans', none: 'No plan meets the conditions.',
  },
});
