/** Registration groups (grupy rejestrowe): the kind of owner or holder, never a name. 2001 regulation, §17, as services still show them. */
import type { CodedValue } from '../layers/layer.ts';

export const REGISTRATION_GROUPS = [
  { value: '1', label: { pl: 'Skarb Państwa bez użytkowania wieczystego', en: 'State Treasury without perpetual usufruct' } },
  { value: '2', label: { pl: 'Skarb Państwa w użytkowaniu wieczystym', en: 'State Treasury with perpetual usufruct' } },
  { value: '3', label: { pl: 'państwowe osoby prawne', en: 'State legal persons' } },
  { value: '4', label: { pl: 'gmina bez użytkowania wieczystego', en: 'municipality without perpetual usufruct' } },
  { value: '5', label: { pl: 'gmina w użytkowaniu wieczystym', en: 'municipality with perpetual usufruct' } },
  { value: '6', label: { pl: 'samorządowe osoby prawne', en: 'municipal legal persons' } },
  { value: '7', label: { pl: 'osoby fizyczne', en: 'natural persons' } },
  { value: '8', label: { pl: 'spółdzielnie', en: 'cooperatives' } },
  { value: '9', label: { pl: 'kościoły i związki wyznaniowe', en: 'churches and religious unions' } },
  { value: '10', label: { pl: 'wspólnoty gruntowe', en: 'land commons' } },
  { value: '11', label: { pl: 'powiaty bez użytkowania wieczystego', en: 'counties without perpetual usufruct' } },
  { value: '12', label: { pl: 'powiaty w użytkowaniu wieczystym', en: 'counties with perpetual usufruct' } },
  { value: '13', label: { pl: 'województwa bez użytkowania wieczystego', en: 'voivodeships without perpetual usufruct' } },
  { value: '14', label: { pl: 'województwa w użytkowaniu wieczystym', en: 'voivodeships with perpetual usufruct' } },
  { value: '15', label: { pl: 'spółki prawa handlowego i inne podmioty', en: 'commercial companies and other entities' } },
] as const satisfies readonly CodedValue[];
