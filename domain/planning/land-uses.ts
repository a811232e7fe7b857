/** Land uses of the land register (użytki gruntowe, OFU) and soil classes: what their symbols mean. 2021 regulation on the register (EGiB). */
import type { CodedValue } from '../layers/layer.ts';

export const LAND_USES = [
  { value: 'R', label: { pl: 'grunty orne', en: 'arable land' } },
  { value: 'S', label: { pl: 'sady', en: 'orchards' } },
  { value: 'Ł', label: { pl: 'łąki trwałe', en: 'permanent meadows' } },
  { value: 'Ps', label: { pl: 'pastwiska trwałe', en: 'permanent pastures' } },
  { value: 'Br', label: { pl: 'grunty rolne zabudowane', en: 'built-up agricultural land' } },
  { value: 'Wsr', label: { pl: 'grunty pod stawami', en: 'land under ponds' } },
  { value: 'W', label: { pl: 'grunty pod rowami', en: 'ditches' } },
  { value: 'Lzr', label: { pl: 'grunty zadrzewione i zakrzewione na użytkach rolnych', en: 'trees and shrubs on farmland' } },
  { value: 'N', label: { pl: 'nieużytki', en: 'wasteland' } },
  { value: 'Ls', label: { pl: 'lasy', en: 'forests' } },
  { value: 'Lz', label: { pl: 'grunty zadrzewione i zakrzewione', en: 'trees and shrubs' } },
  { value: 'B', label: { pl: 'tereny mieszkaniowe', en: 'residential land' } },
  { value: 'Ba', label: { pl: 'tereny przemysłowe', en: 'industrial land' } },
  { value: 'Bi', label: { pl: 'inne tereny zabudowane', en: 'other built-up land' } },
  { value: 'Bp', label: { pl: 'zurbanizowane tereny niezabudowane lub w trakcie zabudowy', en: 'urbanised land, not built-up or under construction' } },
  { value: 'Bz', label: { pl: 'tereny rekreacyjno-wypoczynkowe', en: 'recreation and leisure land' } },
  { value: 'K', label: { pl: 'użytki kopalne', en: 'mining land' } },
  { value: 'dr', label: { pl: 'drogi', en: 'roads' } },
  { value: 'Tk', label: { pl: 'tereny kolejowe', en: 'railway land' } },
  { value: 'Ti', label: { pl: 'inne tereny komunikacyjne', en: 'other transport land' } },
  { value: 'Tp', label: { pl: 'grunty przeznaczone pod budowę dróg publicznych lub linii kolejowych', en: 'land for building public roads or railways' } },
  { value: 'Wm', label: { pl: 'morskie wody wewnętrzne', en: 'inland sea waters' } },
  { value: 'Wp', label: { pl: 'wody powierzchniowe płynące', en: 'flowing surface waters' } },
  { value: 'Ws', label: { pl: 'wody powierzchniowe stojące', en: 'standing surface waters' } },
  { value: 'Tr', label: { pl: 'tereny różne', en: 'miscellaneous land' } },
] as const satisfies readonly CodedValue[];

/** The code list entry of a symbol; older data mark an ecological use with a leading `E-`. Undefined: a symbol that is not in the list. */
export const landUse = (symbol: string): CodedValue | undefined => LAND_USES.find(({ value }) => value === symbol.replace(/^E-/, ''));
