/** Light, dark or high contrast: the address says, else this device's choice, else the system. Colours are in tokens.css and domain/style. */
import { useEffect, useSyncExternalStore } from 'react';
import { PALETTES, type Palette, type PaletteId } from '../../domain/style/palette.ts';
import { THEME_CHOICES, type ThemeChoice } from '../url/parameters.ts';
import { navigate, urlState, useUrl } from '../url/use-url.ts';

const STORED = 'msip.theme';
const QUERIES = { dark: matchMedia('(prefers-color-scheme: dark)'), contrast: matchMedia('(prefers-contrast: more)') };

function stored(): ThemeChoice {
  try {
    return THEME_CHOICES.find((choice) => choice === localStorage.getItem(STORED)) ?? 'system';
  } catch {
    return 'system';
  }
}

const ofSystem = (): PaletteId => (QUERIES.contrast.matches ? 'contrast' : QUERIES.dark.matches ? 'dark' : 'light');

function subscribe(listener: () => void): () => void {
  for (const query of Object.values(QUERIES)) query.addEventListener('change', listener);
  return () => {
    for (const query of Object.values(QUERIES)) query.removeEventListener('change', listener);
  };
}

/** What the reader chose. */
export const useThemeChoice = (): ThemeChoice => useUrl().theme ?? stored();

/** The palette in force. */
export function usePalette(): Palette {
  const choice = useThemeChoice();
  const system = useSyncExternalStore(subscribe, ofSystem);
  return PALETTES[choice === 'system' ? system : choice];
}

export function chooseTheme(theme: ThemeChoice): void {
  try {
    localStorage.setItem(STORED, theme);
  } catch { /* private browsing: the address still says it */ }
  navigate({ theme }, { replace: true });
}

/** Puts the theme on the page before the first paint. */
export function applyThemeEarly(): void {
  const choice = urlState().theme ?? stored();
  document.documentElement.dataset.theme = choice === 'system' ? ofSystem() : choice;
}

/** Keeps the page's theme in step with the choice. */
export function useDocumentTheme(): void {
  const { id } = usePalette();
  useEffect(() => {
    document.documentElement.dataset.theme = id;
  }, [id]);
}
