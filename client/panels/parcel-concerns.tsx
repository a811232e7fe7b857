/** What concerns a parcel beyond the plan: land of the city, offers to investors, river parks – "not concerned" said aloud. */
import type { ParcelExtract } from '../../domain/contract/parcel.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { ObjectLink } from './object-link.tsx';
import { PANEL_TEXTS } from './panel-texts.ts';
import styles from './panels.module.css';
import { SourceLine } from './provenance.tsx';

const TEXTS = defineTexts({
  pl: { title: 'Poza planem', 'municipal-land': 'Grunt gminny', 'investment-sites': 'Teren inwestycyjny', 'river-parks': 'Park rzeczny' },
  en: { title: 'Beyond the plan', 'municipal-land': 'Municipal land', 'investment-sites': 'Investment site', 'river-parks': 'River park' },
});

type Concern = ParcelExtract['municipalLand'][number];

function ConcernRow({ concern }: { readonly concern: Concern }) {
  const say = useSay();
  const { squareMetres, percent } = useFormats();
  const symbology = findLayer(concern.layer)?.symbology;
  const label = symbology?.classes.find(({ value }) => value === concern.class)?.label;
  return (
    <li>
      <ObjectLink object={{ layer: concern.layer, key: concern.key }}>{concern.title}</ObjectLink>
      <small>{[label && say(label), squareMetres(concern.areaM2), percent(concern.sharePct)].filter(Boolean).join(' · ')}</small>
    </li>
  );
}

export function Concerns({ extract: { municipalLand, investmentSites, riverParks } }: { readonly extract: ParcelExtract }) {
  const texts = useTexts(TEXTS);
  const { notConcerned } = useTexts(PANEL_TEXTS);
  const all = { 'municipal-land': municipalLand, 'investment-sites': investmentSites, 'river-parks': riverParks } as const;
  const sources = new Map([...municipalLand, ...investmentSites, ...riverParks].map(({ provenance }) => [provenance.source, provenance]));
  return (
    <section className={styles.section} data-testid="concerns">
      <h3>{texts.title}</h3>
      <dl className={styles.rows}>
        {Object.entries(all).map(([layer, concerns]) => (
          <div key={layer} data-concern={layer}>
            <dt>{texts[layer as keyof typeof all]}</dt>
            <dd>{concerns.length === 0 ? <span className={styles.soft}>{notConcerned}</span> : <ul className={styles.listed}>{concerns.map((concern) => <ConcernRow key={concern.key} concern={concern} />)}</ul>}</dd>
          </div>
        ))}
      </dl>
      {[...sources.values()].map((provenance) => <SourceLine key={provenance.source} {...provenance} />)}
    </section>
  );
}
