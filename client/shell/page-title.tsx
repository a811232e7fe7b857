/** The title of the page says what is open, so that history, tabs and shared links can be told apart. */
import { useEffect } from 'react';
import { findLayer } from '../../domain/layers/index.ts';
import { useFeature } from '../api/features.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { useSelection } from '../selection/use-selection.ts';
import { useUrl } from '../url/use-url.ts';

const TEXTS = defineTexts({
  pl: { home: 'MSIP Kraków – mapa miasta', several: 'Wybór obiektów', area: 'Szukaj w obszarze', 'in-view': 'Lista tego, co widać', plans: 'Wszystkie plany', missing: 'Nie ma takiego obiektu', parcel: (number: string, district: string) => `Działka ${number}, obr. ${district}` },
  en: { home: 'MSIP Kraków – the map of the city', several: 'Choice of objects', area: 'Search in an area', 'in-view': 'List of what is in view', plans: 'All plans', missing: 'There is no such object', parcel: (number: string, district: string) => `Parcel ${number}, ${district}` },
});

export function PageTitle() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const selection = useSelection();
  const { tool } = useUrl();
  const { data, error } = useFeature(selection.kind === 'one' ? selection.object : null);
  const layer = selection.kind === 'one' ? findLayer(selection.object.layer) : undefined;
  const what = (() => {
    if (selection.kind === 'several') return texts.several;
    if (selection.kind === 'none') return tool === 'area' || tool === 'in-view' || tool === 'plans' ? texts[tool] : null;
    if (!layer) return selection.object.layer === 'annotations' ? null : texts.missing;
    if (!data) return error ? ('key' in selection.object ? selection.object.key : texts.missing) : null;
    const { properties } = data;
    if (layer.id === 'parcels') return texts.parcel(String(properties.number), String(properties.cadastral_district));
    return `${String(properties[layer.titleField] ?? '')} – ${say(layer.title)}`;
  })();
  const title = what ? `${what} | MSIP Kraków` : texts.home;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
