/** The second day over the first: which is on which side – the earlier one always left – and in which style. */
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { useMapStyle } from '../layers/layer-state.ts';
import { CompareMap } from '../map/compare-map.tsx';
import { usePalette } from '../theme/theme.ts';
import { useUrl } from '../url/use-url.ts';
import { useShownDay } from './shown-day.ts';

const TEXTS = defineTexts({ pl: { day: (day: string) => `Stan na ${day}` }, en: { day: (day: string) => `As of ${day}` } });

function Compared({ day }: { readonly day: string }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const shown = useShownDay();
  const style = useMapStyle(usePalette(), day);
  const [left, right] = [shown, day].sort();
  return <CompareMap style={style} side={day === left ? 'left' : 'right'} left={texts.day(date(left!))} right={texts.day(date(right!))} />;
}

/** Draws nothing where the address names no second day. */
export function CompareDays() {
  const { compare } = useUrl();
  return compare ? <Compared day={compare} /> : null;
}
