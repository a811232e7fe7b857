/** Who answers for which data: publisher, attribution, licence and the notice a reader must see. */
import type { Source } from './layer.ts';

const ILLUSTRATIVE = {
  pl: 'Mapa ma charakter poglądowy. Wiążące są uchwała ogłoszona w Dzienniku Urzędowym Województwa Małopolskiego oraz wypis i wyrys.',
  en: 'The map is illustrative. Legally binding are the resolution published in the official journal of the voivodeship and the extract and excerpt (wypis i wyrys).',
};

export const CITY_PLANNING: Source = {
  publisher: 'Gmina Miejska Kraków, Wydział Planowania Przestrzennego', attribution: 'Gmina Miejska Kraków', licence: 'CC BY 4.0', notice: ILLUSTRATIVE,
};

export const CITY_LAND: Source = {
  publisher: 'Gmina Miejska Kraków, Wydział Skarbu Miasta', attribution: 'Gmina Miejska Kraków', licence: 'CC BY 4.0',
  notice: { pl: 'Informacja nie stanowi oferty w rozumieniu Kodeksu cywilnego.', en: 'This information is not an offer within the meaning of the Civil Code.' },
};

export const CITY: Source = {
  publisher: 'Gmina Miejska Kraków', attribution: 'Gmina Miejska Kraków', licence: 'CC BY 4.0',
  notice: { pl: 'Mapa ma charakter poglądowy.', en: 'The map is illustrative.' },
};

export const CADASTRE: Source = {
  publisher: 'Gmina Miejska Kraków, Wydział Geodezji (EGiB)', attribution: 'Gmina Miejska Kraków, GUGiK', licence: 'CC BY 4.0',
  notice: {
    pl: 'Urzędowa jest powierzchnia ewidencyjna. Mapa nie zastępuje wypisu z ewidencji gruntów i budynków.',
    en: 'Only the register area is official. The map does not replace an extract from the land and building register.',
  },
};

export const TRANSIT: Source = {
  publisher: 'Zarząd Transportu Publicznego w Krakowie', attribution: 'ZTP Kraków', licence: 'CC BY 4.0',
  notice: { pl: 'Mapa ma charakter poglądowy.', en: 'The map is illustrative.' },
};

const NOT_A_DECISION = {
  pl: 'Mapa ma charakter poglądowy i nie zastępuje rejestru ani decyzji organu.',
  en: 'The map is illustrative and replaces neither the register nor a decision of the authority.',
};

export const WATERS: Source = {
  publisher: 'Państwowe Gospodarstwo Wodne Wody Polskie', attribution: 'PGW Wody Polskie', licence: 'CC BY 4.0', notice: NOT_A_DECISION,
};

export const HERITAGE: Source = {
  publisher: 'Gmina Miejska Kraków, Miejski Konserwator Zabytków', attribution: 'Gmina Miejska Kraków', licence: 'CC BY 4.0', notice: NOT_A_DECISION,
};

export const NATURE: Source = {
  publisher: 'Generalna Dyrekcja Ochrony Środowiska', attribution: 'GDOŚ', licence: 'CC BY 4.0', notice: NOT_A_DECISION,
};

export const NOISE: Source = {
  publisher: 'Gmina Miejska Kraków, strategiczna mapa hałasu', attribution: 'Gmina Miejska Kraków', licence: 'CC BY 4.0', notice: NOT_A_DECISION,
};

export const ROADS: Source = {
  publisher: 'Zarząd Dróg Miasta Krakowa', attribution: 'ZDMK', licence: 'CC BY 4.0', notice: NOT_A_DECISION,
};
