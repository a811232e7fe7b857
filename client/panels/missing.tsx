/** Why an object is not shown: it is not there – or not on the day that the reader asks for –, or the answer did not come. */
import { Failure } from '../api/http.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { navigate, useUrl } from '../url/use-url.ts';

const TEXTS = defineTexts({
  pl: { notThen: (day: string) => `Tego obiektu nie ma w rejestrze na dzień ${day}. Mógł powstać później albo już nie istnieć.`, today: 'Pokaż stan na dziś' },
  en: { notThen: (day: string) => `The register does not have this object on ${day}. It may be newer, or no longer exist.`, today: 'Show today' },
});

export function Missing({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const { day } = useUrl();
  if (day === null || !(error instanceof Failure) || error.kind !== 'not-found') return <FailureNotice error={error} onRetry={onRetry} />;
  return <Notice action={<Button kind="quiet" onClick={() => navigate({ day: null })}>{texts.today}</Button>}>{texts.notThen(date(day))}</Notice>;
}
