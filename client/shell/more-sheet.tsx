/** Settings and tools: language, theme, and what other rooms add. */
import { Users, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { chooseLanguage, defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { NOTHING } from '../selection/selection.ts';
import { chooseTheme, useThemeChoice } from '../theme/theme.ts';
import { THEME_CHOICES } from '../url/parameters.ts';
import { Button, classes, IconButton } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import { useSheetFocus } from '../ui/use-sheet-focus.ts';
import { navigate } from '../url/use-url.ts';
import styles from './more.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Ustawienia i narzędzia', close: 'Zamknij', language: 'Język', theme: 'Wygląd', system: 'jak w systemie', light: 'jasny', dark: 'ciemny', contrast: 'wysoki kontrast', desk: 'Biurko planisty' },
  en: { title: 'Settings and tools', close: 'Close', language: 'Language', theme: 'Appearance', system: 'as in the system', light: 'light', dark: 'dark', contrast: 'high contrast', desk: 'Planner’s desk' },
});

/** Names of languages stand in their own language. */
const LANGUAGES = [['pl', 'Polski'], ['en', 'English']] as const;

export function MoreSheet({ onClose, children }: { readonly onClose: () => void; readonly children?: ReactNode }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const theme = useThemeChoice();
  const heading = useSheetFocus();
  const openDesk = () => {
    onClose();
    navigate({ tool: 'desk', selection: NOTHING });
  };
  return (
    <section className={classes(ui.sheet, styles.sheet)} aria-labelledby="more-title" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header className={styles.head}><h2 id="more-title" ref={heading} tabIndex={-1}>{texts.title}</h2><IconButton name={texts.close} onClick={onClose}><X size={18} aria-hidden /></IconButton></header>
      {children}
      <Button kind="quiet" className={styles.desk} data-testid="open-desk" onClick={openDesk}><Users size={18} aria-hidden />{texts.desk}</Button>
      <fieldset className={styles.choice}>
        <legend>{texts.language}</legend>
        {LANGUAGES.map(([id, name]) => <label key={id} lang={id}><input type="radio" name="language" checked={lang === id} onChange={() => chooseLanguage(id)} />{name}</label>)}
      </fieldset>
      <fieldset className={styles.choice}>
        <legend>{texts.theme}</legend>
        {THEME_CHOICES.map((id) => <label key={id}><input type="radio" name="theme" checked={theme === id} onChange={() => chooseTheme(id)} />{texts[id]}</label>)}
      </fieldset>
    </section>
  );
}
