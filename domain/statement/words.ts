/** The words of statements, in both languages. Legal terms stay beside the plain ones. */
import { defineTexts } from '../text/language.ts';

export const WORDS = defineTexts({
  pl: {
    parcel: 'Działka ewidencyjna', place: 'Miejsce na mapie', area: 'Obszar narysowany na mapie', cadastral: 'obr.', district: 'Dzielnica', outside: 'poza granicami dzielnic',
    applies: 'Co tu obowiązuje', procedures: 'Plany w opracowaniu', general: 'Plan ogólny gminy', archive: 'Plany, które już nie obowiązują', register: 'Ewidencja gruntów i budynków', uses: 'Użytki gruntowe',
    'in-force': 'Obowiązuje plan miejscowy.', 'in-preparation': 'Nie ma tu obowiązującego planu miejscowego; plan jest w opracowaniu.',
    none: 'Nie ma tu planu miejscowego i żaden nie jest sporządzany.', unknown: 'Nie wiadomo, czy jest tu plan: rejestr planów nie obejmuje tego miejsca lub tego dnia.',
    concerned: 'dotyczy', 'not-concerned': 'nie dotyczy', 'no-data': 'brak danych', noProcedure: 'Żaden plan miejscowy nie jest tu sporządzany.', noGeneral: 'Brak planu ogólnego w rejestrze.',
    empty: 'Rejestr tego tematu jest pusty dla tego dnia. To nie znaczy, że ograniczenia nie ma.', outsideCity: 'Rejestr nie sięga tego miejsca.', onlyApart: 'Tylko na granicy dokładności: sprawdź w urzędzie.',
    areaPart: 'Powierzchnia części', share: 'Udział', status: 'Stan prawny', basis: 'Podstawa', plan: 'Plan', resolution: 'Uchwała', journal: 'Ogłoszenie', inForceFrom: 'Obowiązuje od', inForceTo: 'Obowiązywał do', stage: 'Etap', overlap: 'Pewność',
    certain: 'pewne', edge: 'na granicy dokładności', touch: 'tylko styka się', accuracy: 'Dokładność rysunków', designation: 'Przeznaczenie', withoutPlan: 'Poza planem obowiązującym', kind: 'Rodzaj', regime: 'Definicje wskaźników',
    maxHeight: 'Maksymalna wysokość zabudowy', maxBuiltUpShare: 'Maksymalny udział powierzchni zabudowy', intensity: 'Nadziemna intensywność zabudowy', minBioActiveShare: 'Minimalny udział powierzchni biologicznie czynnej', parking: 'Miejsca postojowe',
    notSet: 'nie określono', draft: 'projekt, jeszcze nie obowiązuje', unknownDay: 'od kiedy – nie wiadomo',
    identifier: 'Identyfikator działki', number: 'Numer działki', obreb: 'Obręb ewidencyjny', unit: 'Jednostka ewidencyjna', registerArea: 'Powierzchnia ewidencyjna', official: 'urzędowa', noArea: 'ewidencja nie podaje',
    geometryArea: 'Powierzchnia z mapy', computed: 'obliczona w układzie PL-2000, nieurzędowa', group: 'Grupa rejestrowa', groupNote: 'rodzaj właściciela lub władającego, bez danych osobowych', validSince: 'Ta wersja działki od', validUntil: 'Ta wersja działki do',
    soil: 'klasa bonitacyjna', unknownUse: 'użytek spoza obecnego wykazu', source: 'Źródło', asOf: 'stan na', demonstration: 'dane demonstracyjne',
    illustrative: 'Informacja ma charakter poglądowy. Rozstrzyga uchwała ogłoszona w Dzienniku Urzędowym Województwa Małopolskiego oraz wypis i wyrys.', demonstrationNotice: 'DANE DEMONSTRACYJNE: zmyślone dla pokazu, nie są danymi urzędowymi.',
    disc: 'Nie stoi tu żadna działka z ewidencji; odpowiedź dotyczy koła o promieniu 1 m.', measure: 'Powierzchnia',
  },
  en: {
    parcel: 'Cadastral parcel', place: 'Place on the map', area: 'Area drawn on the map', cadastral: 'cadastral district', district: 'District', outside: 'outside of the districts',
    applies: 'What applies here', procedures: 'Plans in preparation', general: 'General municipal plan', archive: 'Plans no longer in force', register: 'Land and building register', uses: 'Land uses',
    'in-force': 'A local plan is in force.', 'in-preparation': 'No local plan is in force here; one is being prepared.',
    none: 'There is no local plan here and none is being prepared.', unknown: 'It is not known whether there is a plan: the register of plans does not cover this place or this day.',
    concerned: 'concerned', 'not-concerned': 'not concerned', 'no-data': 'no data', noProcedure: 'No local plan is being prepared here.', noGeneral: 'There is no general plan in the register.',
    empty: 'The register of this theme is empty on that day. This does not mean that there is no constraint.', outsideCity: 'The register does not reach this place.', onlyApart: 'Only within the accuracy of the drawings: check at the office.',
    areaPart: 'Area of the part', share: 'Share', status: 'Law status', basis: 'Basis', plan: 'Plan', resolution: 'Resolution', journal: 'Published in', inForceFrom: 'In force from', inForceTo: 'In force until', stage: 'Stage', overlap: 'Certainty',
    certain: 'certain', edge: 'within drawing accuracy', touch: 'only touches', accuracy: 'Accuracy of the drawings', designation: 'Land-use designation', withoutPlan: 'Outside of any plan in force', kind: 'Kind', regime: 'Definitions of parameters',
    maxHeight: 'Maximum building height', maxBuiltUpShare: 'Maximum built-up share', intensity: 'Above-ground floor area ratio', minBioActiveShare: 'Minimum biologically active share', parking: 'Parking',
    notSet: 'not set', draft: 'draft, not yet in force', unknownDay: 'since when is not known',
    identifier: 'Parcel identifier', number: 'Parcel number', obreb: 'Cadastral district', unit: 'Registration unit', registerArea: 'Register area', official: 'official', noArea: 'not given by the register',
    geometryArea: 'Area on the map', computed: 'computed in PL-2000, not official', group: 'Registration group', groupNote: 'kind of owner or holder, no personal data', validSince: 'This version of the parcel from', validUntil: 'This version of the parcel until',
    soil: 'soil class', unknownUse: 'a use outside of the present list', source: 'Source', asOf: 'as of', demonstration: 'demonstration data',
    illustrative: 'This information is illustrative. The resolution published in the official journal of the voivodeship and the extract and excerpt (wypis i wyrys) decide.', demonstrationNotice: 'DEMONSTRATION DATA: made up for showing, not official data.',
    disc: 'No parcel of the register stands here; the answer is for a disc with a radius of 1 m.', measure: 'Area',
  },
});
export type Words = (typeof WORDS)['pl'];
