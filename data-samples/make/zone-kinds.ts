/** Kinds of zones as plans print them: symbol, class, what the land is meant for, and the usual figures. */
import type { ZoneClass } from '../../domain/planning/zone-classes.ts';

export interface ZoneKind {
  readonly zoneClass: ZoneClass;
  readonly designation: string;
  /** Height m, intensity min and max, built-up share %, biologically active share %: ranges to choose from; absent: such zones have none. */
  readonly height?: readonly [number, number];
  readonly intensity?: readonly [number, number, number];
  readonly builtUp?: readonly [number, number];
  readonly bioActive?: readonly [number, number];
  readonly parking?: readonly string[];
}

const HOMES = ['nie mniej niż 1 miejsce na 1 mieszkanie', 'nie mniej niż 1,2 miejsca na 1 mieszkanie',
  'nie mniej niż 2 miejsca na 1 budynek w zabudowie jednorodzinnej'];
const OFFICES = ['nie mniej niż 15 miejsc na 1000 m² powierzchni użytkowej', 'nie mniej niż 20 miejsc na 1000 m² powierzchni użytkowej',
  'od 10 do 30 miejsc na 1000 m² powierzchni użytkowej'];
const WORKS = ['nie mniej niż 20 miejsc na 100 zatrudnionych', 'nie mniej niż 30 miejsc na 100 zatrudnionych'];

export const ZONE_KINDS = {
  MN: { zoneClass: 'MN', designation: 'Tereny zabudowy mieszkaniowej jednorodzinnej', height: [9, 13], intensity: [0.1, 0.5, 0.9],
    builtUp: [25, 40], bioActive: [40, 70], parking: HOMES },
  MW: { zoneClass: 'MW', designation: 'Tereny zabudowy mieszkaniowej wielorodzinnej', height: [16, 36], intensity: [0.6, 1.2, 2.4],
    builtUp: [30, 45], bioActive: [30, 50], parking: HOMES },
  'MN/U': { zoneClass: 'M/U', designation: 'Tereny zabudowy mieszkaniowej jednorodzinnej lub usługowej', height: [9, 13],
    intensity: [0.1, 0.6, 1.1], builtUp: [30, 45], bioActive: [30, 50], parking: HOMES },
  'MW/U': { zoneClass: 'M/U', designation: 'Tereny zabudowy mieszkaniowej wielorodzinnej lub usługowej', height: [16, 25],
    intensity: [0.8, 1.8, 3.6], builtUp: [40, 80], bioActive: [15, 35], parking: HOMES },
  U: { zoneClass: 'U', designation: 'Tereny zabudowy usługowej', height: [9, 25], intensity: [0.2, 0.8, 2.4], builtUp: [35, 60],
    bioActive: [20, 40], parking: OFFICES },
  Uo: { zoneClass: 'U', designation: 'Tereny zabudowy usługowej z zakresu oświaty', height: [10, 16], intensity: [0.1, 0.6, 1.4], builtUp: [25, 40],
    bioActive: [30, 50], parking: ['nie mniej niż 20 miejsc na 100 zatrudnionych'] },
  UC: { zoneClass: 'UC', designation: 'Tereny rozmieszczenia obiektów handlowych o powierzchni sprzedaży powyżej 2000 m²', height: [12, 18],
    intensity: [0.2, 0.6, 1.6], builtUp: [45, 65], bioActive: [15, 25], parking: ['nie mniej niż 30 miejsc na 1000 m² powierzchni sprzedaży'] },
  US: { zoneClass: 'US', designation: 'Tereny sportu i rekreacji', height: [7, 13], intensity: [0.01, 0.1, 0.6], builtUp: [10, 30],
    bioActive: [40, 70], parking: ['nie mniej niż 10 miejsc na 100 użytkowników'] },
  P: { zoneClass: 'P', designation: 'Tereny obiektów produkcyjnych, składów i magazynów', height: [12, 25], intensity: [0.1, 0.6, 1.8],
    builtUp: [50, 70], bioActive: [15, 25], parking: WORKS },
  'P/U': { zoneClass: 'P/U', designation: 'Tereny zabudowy przemysłowej i usługowej', height: [12, 25], intensity: [0.1, 0.8, 2.2],
    builtUp: [50, 65], bioActive: [20, 30], parking: WORKS },
  R: { zoneClass: 'R', designation: 'Tereny rolnicze', bioActive: [90, 95] },
  ZP: { zoneClass: 'ZP', designation: 'Tereny zieleni urządzonej: park, skwer, zieleniec', height: [5, 8], bioActive: [70, 90] },
  ZPz: { zoneClass: 'ZP', designation: 'Tereny zieleni urządzonej przy zabytkowych zespołach', bioActive: [70, 85] },
  ZN: { zoneClass: 'ZN', designation: 'Tereny zieleni naturalnej i nieurządzonej', bioActive: [90, 95] },
  ZD: { zoneClass: 'ZD', designation: 'Tereny rodzinnych ogrodów działkowych', height: [4, 5], bioActive: [70, 80] },
  ZL: { zoneClass: 'ZL', designation: 'Lasy', bioActive: [95, 98] },
  ZC: { zoneClass: 'ZC', designation: 'Tereny cmentarzy', height: [6, 10], bioActive: [20, 30] },
  WS: { zoneClass: 'WS', designation: 'Tereny wód powierzchniowych śródlądowych' },
  KDA: { zoneClass: 'KD', designation: 'Tereny dróg publicznych klasy autostrada' },
  KDS: { zoneClass: 'KD', designation: 'Tereny dróg publicznych klasy ekspresowej' },
  KDG: { zoneClass: 'KD', designation: 'Tereny dróg publicznych klasy głównej' },
  KDZ: { zoneClass: 'KD', designation: 'Tereny dróg publicznych klasy zbiorczej' },
  KDL: { zoneClass: 'KD', designation: 'Tereny dróg publicznych klasy lokalnej' },
  KDD: { zoneClass: 'KD', designation: 'Tereny dróg publicznych klasy dojazdowej' },
  KDW: { zoneClass: 'KD', designation: 'Tereny dróg wewnętrznych' },
  KP: { zoneClass: 'KP', designation: 'Tereny placów i wydzielonych ciągów pieszych' },
  KK: { zoneClass: 'KK', designation: 'Tereny linii i bocznic kolejowych' },
  IE: { zoneClass: 'I', designation: 'Tereny infrastruktury technicznej – elektroenergetyka', height: [6, 10], bioActive: [15, 25] },
  IW: { zoneClass: 'I', designation: 'Tereny infrastruktury technicznej – wodociągi', height: [6, 10], bioActive: [20, 40] },
} as const satisfies Record<string, ZoneKind>;

export type ZoneSymbol = keyof typeof ZONE_KINDS;
export const zoneKind = (symbol: ZoneSymbol): ZoneKind => ZONE_KINDS[symbol];

type Weights = Readonly<Partial<Record<ZoneSymbol, number>>>;

/** What a plan usually makes of land of each character. */
export const USUAL: Readonly<Record<string, Weights>> = {
  'old-town': { 'MW/U': 56, U: 26, MW: 8, Uo: 5, ZPz: 5 },
  tenement: { 'MW/U': 44, MW: 26, U: 18, ZP: 8, Uo: 4 },
  estate: { MW: 50, 'MW/U': 14, Uo: 10, U: 10, ZP: 14, US: 2 },
  slabs: { MW: 48, 'MW/U': 12, U: 12, Uo: 8, ZP: 16, US: 4 },
  villas: { MN: 68, 'MN/U': 12, U: 7, ZP: 8, Uo: 3, US: 2 },
  village: { MN: 46, R: 22, 'MN/U': 12, ZN: 10, U: 6, ZD: 4 },
  fields: { R: 44, ZN: 20, MN: 11, ZP: 8, U: 6, 'P/U': 7, ZD: 4 },
  industry: { P: 32, 'P/U': 30, U: 16, UC: 5, IE: 4, ZP: 6, ZN: 4, IW: 3 },
  'technology-park': { 'P/U': 42, U: 28, P: 12, ZP: 14, IE: 4 },
  works: { P: 80, 'P/U': 20 },
  campus: { U: 50, Uo: 20, US: 10, ZP: 20 },
};
/** Plans whose purpose differs from the usual. */
export const OWN_WAY: Readonly<Record<string, Weights>> = {
  'nhp-przylasek-rusiecki': { US: 34, ZN: 26, ZP: 20, U: 10, MN: 10 },
  'przylasek-rusiecki': { ZN: 40, R: 26, US: 22, MN: 12 },
  'balice-i': { U: 36, 'P/U': 28, ZP: 14, ZN: 12, MN: 10 },
  'balice-ii': { U: 30, 'P/U': 22, MN: 18, ZP: 14, ZN: 16 },
  'przyroda-etap-a': { ZN: 56, ZL: 26, R: 12, ZP: 6 },
  'przyroda-etap-c': { ZN: 50, ZL: 20, R: 14, ZP: 16 },
  'las-witkowicki': { ZN: 34, R: 24, MN: 26, ZL: 16 },
};
