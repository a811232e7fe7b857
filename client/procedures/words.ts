/** Words that several parts of the room use: fields, kinds of findings, moments. */
import type { Finding, ProcedureContent } from '../../domain/contract/office/procedure.ts';
import { defineTexts } from '../i18n/language.ts';
import type { ZoneField } from './draft-zones.ts';

export const ZONE_TEXTS = defineTexts<Record<ZoneField, string>>({
  pl: {
    symbol: 'Symbol', zoneClass: 'Klasa przeznaczenia', designation: 'Przeznaczenie', paragraph: 'Paragraf terenu', maxHeightM: 'Największa wysokość, m', maxHeightParagraph: 'Paragraf wysokości', minIntensity: 'Najmniejsza intensywność', maxIntensity: 'Największa intensywność', intensityParagraph: 'Paragraf intensywności',
    maxBuiltUpPct: 'Największa powierzchnia zabudowy, %', builtUpParagraph: 'Paragraf powierzchni zabudowy', minBioActivePct: 'Najmniejszy udział biologicznie czynny, %', bioActiveParagraph: 'Paragraf udziału biologicznie czynnego', parking: 'Miejsca postojowe', parkingParagraph: 'Paragraf miejsc postojowych', geometry: 'Granice',
  },
  en: {
    symbol: 'Symbol', zoneClass: 'Designation class', designation: 'Designation', paragraph: 'Paragraph of the zone', maxHeightM: 'Greatest height, m', maxHeightParagraph: 'Paragraph of the height', minIntensity: 'Least intensity', maxIntensity: 'Greatest intensity', intensityParagraph: 'Paragraph of the intensity',
    maxBuiltUpPct: 'Greatest built-up share, %', builtUpParagraph: 'Paragraph of the built-up share', minBioActivePct: 'Least biologically active share, %', bioActiveParagraph: 'Paragraph of the biologically active share', parking: 'Parking', parkingParagraph: 'Paragraph of the parking', geometry: 'Borders',
  },
});

export const CONTENT_TEXTS = defineTexts<Record<keyof ProcedureContent, string>>({
  pl: { name: 'Nazwa', kind: 'Rodzaj planu', procedure: 'Tryb', definitionRegime: 'Definicje wskaźników', lead: 'Prowadzi', boundary: 'Granica', events: 'Przebieg', documents: 'Dokumenty', replaces: 'Zastępuje lub zmienia plan' },
  en: { name: 'Name', kind: 'Kind of plan', procedure: 'Course', definitionRegime: 'Definitions of figures', lead: 'Led by', boundary: 'Boundary', events: 'Course of events', documents: 'Documents', replaces: 'Replaces or changes the plan' },
});

export const FINDING_TEXTS = defineTexts<Record<Finding['kind'], string>>({
  pl: {
    gap: 'Luki między terenami', overlap: 'Tereny nachodzące na siebie', outside: 'Tereny poza granicą planu', 'unknown-symbol': 'Nieznane symbole', 'symbol-class-mismatch': 'Symbol niezgodny z klasą', 'duplicate-symbol': 'Powtórzone symbole', 'missing-parameter': 'Brakujące wskaźniki', 'missing-paragraph': 'Brakujące paragrafy', sliver: 'Drobne niezgodności linii (węższe niż 10 cm)', 'no-zones': 'Brak terenów',
  },
  en: {
    gap: 'Gaps between zones', overlap: 'Zones that overlap', outside: 'Zones outside the boundary', 'unknown-symbol': 'Unknown symbols', 'symbol-class-mismatch': 'Symbol does not fit the class', 'duplicate-symbol': 'Repeated symbols', 'missing-parameter': 'Missing figures', 'missing-paragraph': 'Missing paragraphs', sliver: 'Small differences of lines (narrower than 10 cm)', 'no-zones': 'No zones',
  },
});
