/** The choice of a background: our own, or one of those this server offers. Not shown where there is nothing to choose. */
import { useQuery } from '@tanstack/react-query';
import { backgroundsQuery } from '../api/backgrounds.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { useUrl } from '../url/use-url.ts';
import { chooseBackground } from './background.ts';
import styles from './layers.module.css';

const TEXTS = defineTexts({ pl: { background: 'Tło', own: 'mapa podstawowa' }, en: { background: 'Background', own: 'base map' } });

export function BackgroundChoice() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { background } = useUrl();
  const { data = [] } = useQuery(backgroundsQuery);
  if (data.length === 0) return null;
  const all = [{ id: null, title: texts.own }, ...data.map(({ id, title }) => ({ id, title: say(title) }))];
  return (
    <fieldset className={styles.modes} data-testid="backgrounds">
      <legend>{texts.background}</legend>
      {all.map(({ id, title }) => (
        <label key={id}><input type="radio" name="background" checked={background === id} onChange={() => chooseBackground(id)} />{title}</label>
      ))}
    </fieldset>
  );
}
