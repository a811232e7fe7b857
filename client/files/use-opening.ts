/** Opening files with what belongs to it: the map goes there, and what became of them is said. */
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { announce } from '../ui/announce.tsx';
import { openFile } from './files-store.ts';

const TEXTS = defineTexts({
  pl: { opened: (name: string, count: string, system: string) => `Otwarto plik ${name}: obiekty ${count}, układ ${system}.`, refused: (name: string) => `Nie udało się otworzyć pliku ${name}.` },
  en: { opened: (name: string, count: string, system: string) => `Opened ${name}: ${count} features, system ${system}.`, refused: (name: string) => `${name} could not be opened.` },
});

/** Opens files one after another; the map shows the last. */
export function useOpening(): (files: readonly File[]) => Promise<void> {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  return async (files) => {
    for (const file of files) {
      const became = await openFile(file);
      if ('code' in became) announce(texts.refused(became.name));
      else {
        showBox(became.bbox);
        announce(texts.opened(became.name, number(became.data.features.length), became.system));
      }
    }
  };
}
