/** The panel of a district: its number, area and people. */
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Facts } from './facts.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import { SubjectPanel } from './subject-head.tsx';

const TEXTS = defineTexts({ pl: { kind: (roman: string) => `Dzielnica ${roman}` }, en: { kind: (roman: string) => `District ${roman}` } });

export function DistrictPanel(props: SubjectPanelProps) {
  const texts = useTexts(TEXTS);
  const { properties } = props.feature;
  return <SubjectPanel {...props} kind={texts.kind(String(properties['roman']))}><Facts layer="districts" properties={properties} without={['roman', 'number']} /></SubjectPanel>;
}
