/** The panel of an investment site: status, price or tender, utilities and access, contact, its parcels. */
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { CapacitySlot } from './capacity-slot.tsx';
import { Facts } from './facts.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import { PANEL_TEXTS } from './panel-texts.ts';
import styles from './panels.module.css';
import { StatusChip } from './status-chip.tsx';
import { SubjectPanel } from './subject-head.tsx';

const TEXTS = defineTexts({
  pl: { area: 'powierzchnia', price: 'cena', tender: 'w przetargu', unpriced: 'do uzgodnienia', power: 'moc', offer: 'Oferta', media: 'Media i dostęp', land: 'Działki i przeznaczenie', contact: 'Kontakt' },
  en: { area: 'area', price: 'price', tender: 'by tender', unpriced: 'to be agreed', power: 'power', offer: 'Offer', media: 'Utilities and access', land: 'Parcels and zoning', contact: 'Contact' },
});

export function SitePanel(props: SubjectPanelProps) {
  const texts = useTexts(TEXTS);
  const { notSet } = useTexts(PANEL_TEXTS);
  const { money, number } = useFormats();
  const { properties } = props.feature;
  const price = typeof properties['price_pln'] === 'number' ? money(properties['price_pln']) : properties['by_tender'] === true ? texts.tender : texts.unpriced;
  const figures = [
    [texts.area, typeof properties['area_ha'] === 'number' ? `${number(properties['area_ha'], 2)}\u202fha` : notSet],
    [texts.price, price],
    [texts.power, typeof properties['power_kw'] === 'number' ? `${number(properties['power_kw'])}\u202fkW` : notSet],
  ] as const;
  return (
    <SubjectPanel {...props} where={<StatusChip layer="investment-sites" value={properties['status']} />}>
      <dl className={styles.figures}>{figures.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <Facts layer="investment-sites" properties={properties} title={texts.offer} only={['offer_form', 'strategic_area']} />
      <Facts layer="investment-sites" properties={properties} title={texts.media} only={['utilities', 'road_access', 'rail_access']} />
      <Facts layer="investment-sites" properties={properties} title={texts.land} only={['zone_symbols', 'parcels']} />
      <CapacitySlot key={properties.key} subject={{ site: properties.key }} open />
      <Facts layer="investment-sites" properties={properties} title={texts.contact} only={['contact']} />
    </SubjectPanel>
  );
}
