/** The title of the page says what is open, so that history, tabs and shared links can be told apart. */
import { useEffect } from 'react';
import { findLayer } from '../../domain/layers/index.ts';
import { useFeature } from '../api/features.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { useSelection } from '../selection/use-selection.ts';

const TEXTS = defineTexts({
  pl: { home: 'MSIP Kraków – mapa miasta', several: 'Wybór obiektów', parcel: (number: string, district: string) => `Działka ${number}, obr. ${district}` },
  en: { home: 'MSIP Kraków – the map of the city', several: 'Choice of objects', parcel: (number: string, district: string) => `Parcel ${number}, ${district}` },
});

export function PageTitle() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const selection = useSelection();
  const { data } = useFeature(selection.kind === 'one' ? selection.object : null);
  const layer = selection.kind === 'one' ? findLayer(selection.object.layer) : undefined;
  const what = (() => {
    if (selection.kind === 'several') return texts.several;
    if (!layer || !data) return null;
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
