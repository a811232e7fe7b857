/** Kinds of search results: their icon and how a group of them is called. */
import { BriefcaseBusiness, FileText, Grid3x3, Landmark, LandPlot, type LucideIcon, Map as MapIcon, MapPin, MapPinned, Shapes, Signpost, Trees } from 'lucide-react';
import type { SearchKind } from '../../domain/contract/search.ts';
import { defineTexts } from '../i18n/language.ts';

export const KIND_ICONS: Readonly<Record<SearchKind, LucideIcon>> = {
  parcel: LandPlot, address: MapPin, street: Signpost, district: MapIcon, plan: FileText, zone: Shapes, site: BriefcaseBusiness, park: Trees,
  'municipal-land': Landmark, place: MapPinned, 'cadastral-district': Grid3x3,
};

export const KIND_TEXTS = defineTexts({
  pl: {
    parcel: 'Działki', address: 'Adresy', street: 'Ulice', district: 'Dzielnice', plan: 'Plany', zone: 'Tereny w planach', site: 'Tereny inwestycyjne', park: 'Parki rzeczne',
    'municipal-land': 'Grunty gminne', place: 'Miejsca', 'cadastral-district': 'Obręby ewidencyjne',
  },
  en: {
    parcel: 'Parcels', address: 'Addresses', street: 'Streets', district: 'Districts', plan: 'Plans', zone: 'Zones of plans', site: 'Investment sites', park: 'River parks',
    'municipal-land': 'Municipal land', place: 'Places', 'cadastral-district': 'Cadastral districts',
  },
});
