/** What the land and building register says of a parcel: both areas and which is official, registration group, land uses. */
import type { Parcel } from '../../domain/contract/parcel.ts';
import { landUse } from '../../domain/planning/land-uses.ts';
import { REGISTRATION_GROUPS } from '../../domain/planning/registration-groups.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { ObjectLink } from './object-link.tsx';
import styles from './panels.module.css';
import { SourceLine } from './provenance.tsx';

const TEXTS = defineTexts({
  pl: {
    title: 'Ewidencja gruntów i budynków', registerArea: 'Powierzchnia ewidencyjna', official: 'urzędowa', geometryArea: 'Powierzchnia z mapy', computed: 'obliczona w układzie PL-2000, nieurzędowa',
    noArea: 'ewidencja nie podaje', group: 'Grupa rejestrowa', groupNote: 'rodzaj właściciela lub władającego, bez danych osobowych', uses: 'Użytki gruntowe', soil: (soilClass: string) => `klasa bonitacyjna ${soilClass}`,
    unknownUse: 'użytek spoza obecnego wykazu', cadastral: 'Obręb', unit: 'Jednostka ewidencyjna', valid: 'Ta wersja działki', since: (day: string) => `od ${day}`, until: (day: string) => `do ${day}`,
  },
  en: {
    title: 'Land and building register', registerArea: 'Register area', official: 'official', geometryArea: 'Area on the map', computed: 'computed in PL-2000, not official',
    noArea: 'not given by the register', group: 'Registration group', groupNote: 'kind of owner or holder, no personal data', uses: 'Land uses', soil: (soilClass: string) => `soil class ${soilClass}`,
    unknownUse: 'a use outside of the present list', cadastral: 'Cadastral district', unit: 'Registration unit', valid: 'This version of the parcel', since: (day: string) => `from ${day}`, until: (day: string) => `until ${day}`,
  },
});

function LandUse({ symbol, soilClass, areaM2 }: Parcel['landUses'][number]) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { squareMetres } = useFormats();
  const meaning = landUse(symbol);
  return (
    <li className={styles.zoneRow}>
      <span className={styles.chip}>{symbol}{soilClass}</span>
      <span>{meaning ? say(meaning.label) : texts.unknownUse}{soilClass && <small>{texts.soil(soilClass)}</small>}</span>
      <b>{squareMetres(areaM2)}</b>
    </li>
  );
}

export function ParcelRegister({ parcel }: { readonly parcel: Parcel }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { squareMetres, number, date } = useFormats();
  const { registerAreaM2, geometryAreaM2, registrationGroup, landUses, validFrom, validTo, cadastralDistrict, registrationUnit } = parcel;
  const group = REGISTRATION_GROUPS.find(({ value }) => value === String(registrationGroup));
  const hectares = registerAreaM2 === null ? '' : `${number(registerAreaM2 / 10_000, 4)}\u202fha`;
  return (
    <section className={styles.section} data-testid="register">
      <h3>{texts.title}</h3>
      <dl className={styles.rows}>
        <div><dt>{texts.registerArea}<small>{texts.official}</small></dt><dd><b>{registerAreaM2 === null ? texts.noArea : squareMetres(registerAreaM2)}</b>{hectares && <small>{hectares}</small>}</dd></div>
        <div><dt>{texts.geometryArea}<small>{texts.computed}</small></dt><dd>{squareMetres(geometryAreaM2)}</dd></div>
        {registrationGroup !== null && <div><dt>{texts.group}<small>{texts.groupNote}</small></dt><dd>{registrationGroup}{group && <small>{say(group.label)}</small>}</dd></div>}
        <div><dt>{texts.cadastral}</dt><dd><ObjectLink object={{ layer: 'cadastral-districts', key: cadastralDistrict.id }}>{cadastralDistrict.name}</ObjectLink><small>{cadastralDistrict.id}</small></dd></div>
        <div><dt>{texts.unit}</dt><dd>{registrationUnit.name}<small>{registrationUnit.id}</small></dd></div>
        {(validFrom ?? validTo) !== null && <div><dt>{texts.valid}</dt><dd>{[validFrom && texts.since(date(validFrom)), validTo && texts.until(date(validTo))].filter(Boolean).join(' ')}</dd></div>}
      </dl>
      {landUses.length > 0 && <><h3>{texts.uses}</h3><ul>{landUses.map((use) => <LandUse key={`${use.symbol}${use.soilClass}`} {...use} />)}</ul></>}
      <SourceLine {...parcel.provenance} />
    </section>
  );
}
