/** Conditions that the panel has no field for, as CQL2 text: written, checked while it is written, with the place of a fault. */
import { useEffect, useRef, useState } from 'react';
import { conditionsOf, type Need, needOf, restText } from '../../domain/investment/need.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './filters.module.css';
import { Fold } from './fold.tsx';
import { askFilter, changeNeed, type Fault, faultOf } from './use-asked.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Inne warunki (CQL2)', whole: 'Warunki wyszukiwania (CQL2)', note: 'Wyrażenie CQL2 o polach terenu, np. zone_pct > 90 OR plan_status = \'none\'. Co panel umie pokazać, przejdzie do swoich pól.', apply: 'Zastosuj', clear: 'Usuń te warunki',
    fault: (at: number, near: string) => (near ? `Nie rozumiem od znaku ${at}: „${near}”.` : `Wyrażenie urywa się na znaku ${at}.`), broken: 'Adres strony zawiera warunki, których nie umiem odczytać. Popraw je albo usuń.',
  },
  en: {
    title: 'Other conditions (CQL2)', whole: 'Conditions of the search (CQL2)', note: 'A CQL2 expression on fields of land, e.g. zone_pct > 90 OR plan_status = \'none\'. What the panel can show will go to its own fields.', apply: 'Apply', clear: 'Remove these conditions',
    fault: (at: number, near: string) => (near ? `Not understood from character ${at}: “${near}”.` : `The expression ends too early, at character ${at}.`), broken: 'The address holds conditions that cannot be read. Mend or remove them.',
  },
});

const NEAR = 24;

function Editor({ value, title, onApply, onClear }: { readonly value: string; readonly title: string; readonly onApply: (text: string) => void; readonly onClear: (() => void) | null }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const area = useRef<HTMLTextAreaElement>(null);
  const fault: Fault | null = faultOf(text);
  // The button that was pressed goes, or has nothing more to do.
  const then = (act: () => void) => { area.current?.focus(); act(); };
  return (
    <form className={styles.editor} onSubmit={(event) => { event.preventDefault(); if (!fault) then(() => onApply(text)); }}>
      <label><span className="unseen">{title}</span>
        <textarea ref={area} rows={3} spellCheck={false} maxLength={8000} value={text} aria-invalid={fault !== null} aria-describedby="land-fault" onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <p id="land-fault" className={styles.fault} role="status">{fault && <>{texts.fault(fault.at + 1, text.slice(fault.at, fault.at + NEAR))}{lang === 'en' && <small>{fault.message}</small>}</>}</p>
      <div className={styles.line}>
        <Button type="submit" disabled={fault !== null || text === value}>{texts.apply}</Button>
        {onClear && <Button kind="quiet" onClick={() => then(onClear)}>{texts.clear}</Button>}
      </div>
    </form>
  );
}

export function RestEditor({ need }: { readonly need: Need }) {
  const texts = useTexts(TEXTS);
  const rest = restText(need);
  // What the panel can show of it takes its place among the fields, and nothing that stands there is lost.
  const apply = (text: string) => changeNeed((now) => {
    const written = needOf(text);
    return { ...now, rest: conditionsOf(written) };
  }, { step: true });
  return (
    <Fold active={rest !== ''} title={<>{texts.title}{need.rest.length > 0 && <b>{need.rest.length}</b>}</>}>
      <p className={styles.soft}>{texts.note}</p>
      <Editor value={rest} title={texts.title} onApply={apply} onClear={rest ? () => changeNeed((now) => ({ ...now, rest: [] }), { step: true }) : null} />
    </Fold>
  );
}

/** An address whose expression cannot be read: the whole of it, to be mended. */
export function BrokenNeed({ text }: { readonly text: string }) {
  const texts = useTexts(TEXTS);
  return <section className={styles.broken} data-testid="land-broken"><p>{texts.broken}</p><Editor value={text} title={texts.whole} onApply={askFilter} onClear={() => askFilter('')} /></section>;
}
