/** Which layers the spatial search asks: at most as many as the server answers at once. */
import { LAYERS } from '../../domain/layers/index.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { MAX_LAYERS, type Question } from './area-address.ts';
import styles from './area.module.css';
import { askedLayers, refine } from './use-question.ts';

const TEXTS = defineTexts({
  pl: { title: (n: string, of: string) => `Pytane warstwy: ${n} z ${of}`, limit: (n: string) => `Najwyżej ${n} naraz.` },
  en: { title: (n: string, of: string) => `Layers asked: ${n} of ${of}`, limit: (n: string) => `At most ${n} at a time.` },
});

/** The most asked first: from the top of the map down, base layers last. */
const OFFERED = [...LAYERS].reverse().filter(({ id }) => id !== 'city').sort((one, other) => Number(one.subject === 'base') - Number(other.subject === 'base'));

export function AreaLayers({ question }: { readonly question: Question }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { number } = useFormats();
  const asked = new Set(askedLayers(question));
  const full = asked.size >= MAX_LAYERS;
  const change = (id: string, on: boolean) => refine({ layers: OFFERED.map((layer) => layer.id).filter((other) => (other === id ? on : asked.has(other))) });
  return (
    <details className={styles.layers}>
      <summary>{texts.title(number(asked.size), number(OFFERED.length))}</summary>
      <ul>
        {OFFERED.map(({ id, title }) => (
          <li key={id}>
            <label><input type="checkbox" checked={asked.has(id)} disabled={asked.has(id) ? asked.size === 1 : full} onChange={(event) => change(id, event.currentTarget.checked)} />{say(title)}</label>
          </li>
        ))}
      </ul>
      {full && <p className={styles.sum}>{texts.limit(number(MAX_LAYERS))}</p>}
    </details>
  );
}
