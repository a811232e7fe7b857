/** Opening files with what belongs to it: the map goes there, and what became of them is said. */
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { announce } from '../ui/announce.tsx';
import { openFile, type OwnFile, type Refusal } from './files-store.ts';

const TEXTS = defineTexts({
  pl: {
    opened: (name: string, count: string, _plural: string, system: string) => `Otwarto plik ${name}: obiekty ${count}, układ ${system}.`, refused: (name: string) => `Nie udało się otworzyć pliku ${name}.`,
    several: (count: string, plural: string, names: string) => `Otwarto ${count} ${plural === 'few' ? 'pliki' : 'plików'}: ${names}.`, severalRefused: (count: string, names: string) => `Nie udało się otworzyć ${count} plików: ${names}.`,
  },
  en: {
    opened: (name: string, count: string, plural: string, system: string) => `Opened ${name}: ${count} ${plural === 'one' ? 'feature' : 'features'}, system ${system}.`, refused: (name: string) => `${name} could not be opened.`,
    several: (count: string, _plural: string, names: string) => `Opened ${count} files: ${names}.`, severalRefused: (count: string, names: string) => `${count} files could not be opened: ${names}.`,
  },
});

type Box = OwnFile['bbox'];

const around = ([west, south, east, north]: Box, other: Box): Box => [Math.min(west, other[0]), Math.min(south, other[1]), Math.max(east, other[2]), Math.max(north, other[3])];
const namesOf = (files: readonly { readonly name: string }[]): string => files.map(({ name }) => name).join(', ');

/** Opens files one after another; the map shows all of them, one sentence says what became of each. */
export function useOpening(): (files: readonly File[]) => Promise<void> {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  return async (files) => {
    const opened: OwnFile[] = [];
    const refused: Refusal[] = [];
    for (const file of files) {
      const became = await openFile(file);
      if ('code' in became) refused.push(became);
      else opened.push(became);
    }
    const [first] = opened;
    const said: string[] = [];
    if (first) {
      const features = first.data.features.length;
      showBox(opened.map(({ bbox }) => bbox).reduce(around));
      said.push(opened.length === 1 ? texts.opened(first.name, number(features), plural(features), first.system) : texts.several(number(opened.length), plural(opened.length), namesOf(opened)));
    }
    if (refused.length > 0) said.push(refused.length === 1 ? texts.refused(namesOf(refused)) : texts.severalRefused(number(refused.length), namesOf(refused)));
    if (said.length > 0) announce(said.join(' '));
  };
}
