/** What concerns a parcel beyond the plan: land of the city, offers to investors, river parks – what is absent said aloud, each line with source and day. */
import { useQuery } from '@tanstack/react-query';
import type { ParcelExtract } from '../../domain/contract/parcel.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { layerDataQuery } from '../api/layer-data.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { ObjectLink } from './object-link.tsx';
import styles from './panels.module.css';
import { LayerSourceLine, SourceLine } from './provenance.tsx';

const TEXTS = defineTexts({
  pl: { title: 'Poza planem', 'municipal-land': 'Grunt gminny', 'investment-sites': 'Teren inwestycyjny', 'river-parks': 'Park rzeczny', absent: (layer: string) => `brak w warstwie „${layer}”`, noData: (layer: string) => `warstwa „${layer}” nie ma danych` },
  en: { title: 'Beyond the plan', 'municipal-land': 'Municipal land', 'investment-sites': 'Investment site', 'river-parks': 'River park', absent: (layer: string) => `not in layer “${layer}”`, noData: (layer: string) => `layer “${layer}” has no data` },
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

/** That a layer holds nothing here – which is not said of a layer that holds nothing anywhere. */
function Absent({ layer }: { readonly layer: string }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { data } = useQuery(layerDataQuery(layer));
  const title = say(findLayer(layer)!.title);
  return <span className={styles.soft}>{data?.empty ? texts.noData(title) : texts.absent(title)}</span>;
}

/** Where a line comes from: its objects, each source once, or the layer that was asked. */
function Sources({ layer, concerns }: { readonly layer: string; readonly concerns: readonly Concern[] }) {
  if (concerns.length === 0) return <LayerSourceLine layer={layer} />;
  const sources = new Map(concerns.map(({ provenance }) => [`${provenance.source} ${provenance.sourceDate}`, provenance]));
  return <>{[...sources].map(([key, provenance]) => <SourceLine key={key} {...provenance} />)}</>;
}

export function Concerns({ extract: { municipalLand, investmentSites, riverParks } }: { readonly extract: ParcelExtract }) {
  const texts = useTexts(TEXTS);
  const all = { 'municipal-land': municipalLand, 'investment-sites': investmentSites, 'river-parks': riverParks } as const;
  return (
    <section className={styles.section} data-testid="concerns">
      <h3>{texts.title}</h3>
      <dl className={styles.rows}>
        {Object.entries(all).map(([layer, concerns]) => (
          <div key={layer} data-concern={layer}>
            <dt>{texts[layer as keyof typeof all]}</dt>
            <dd>{concerns.length === 0 ? <Absent layer={layer} /> : <ul className={styles.listed}>{concerns.map((concern) => <ConcernRow key={concern.key} concern={concern} />)}</ul>}</dd>
            <dd className={styles.whence}><Sources layer={layer} concerns={concerns} /></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
