/** Documents of a procedure: kind, title, number, day, link; added, changed, removed. */
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ProcedureDocument } from '../../domain/contract/office/procedure.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Choose, TextField } from './parts.tsx';
import styles from './procedures.module.css';

const TEXTS = defineTexts({
  pl: {
    initiation: 'uchwała o przystąpieniu', resolution: 'uchwała', drawing: 'rysunek planu', annex: 'załącznik', journal: 'dziennik urzędowy', forecast: 'prognoza', report: 'raport', other: 'inny',
    title: 'Dokumenty', none: 'Nie ma jeszcze dokumentów.', add: 'Dodaj dokument', kind: 'Rodzaj', name: 'Tytuł', number: 'Numer', dated: 'Z dnia', url: 'Adres w sieci', edit: (name: string) => `Zmień: ${name}`, remove: (name: string) => `Usuń: ${name}`, removed: (name: string) => `Usunięto: ${name}. Krok można cofnąć.`, close: 'Gotowe', needs: 'Podaj tytuł.', link: 'Adres zaczyna się od http:// albo https://.',
  },
  en: {
    initiation: 'initiation resolution', resolution: 'resolution', drawing: 'drawing', annex: 'annex', journal: 'official journal', forecast: 'forecast', report: 'report', other: 'other',
    title: 'Documents', none: 'There are no documents yet.', add: 'Add a document', kind: 'Kind', name: 'Title', number: 'Number', dated: 'Dated', url: 'Web address', edit: (name: string) => `Change: ${name}`, remove: (name: string) => `Remove: ${name}`, removed: (name: string) => `Removed: ${name}. The step can be undone.`, close: 'Done', needs: 'Give a title.', link: 'An address begins with http:// or https://.',
  },
});

const KINDS = ['initiation', 'resolution', 'drawing', 'annex', 'journal', 'forecast', 'report', 'other'] as const satisfies readonly ProcedureDocument['kind'][];

export function DocumentsField({ documents, may, faults, onChange }: { readonly documents: readonly ProcedureDocument[]; readonly may: boolean; readonly faults: ReadonlySet<string>; readonly onChange: (documents: ProcedureDocument[], about?: string) => void }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const [open, setOpen] = useState<number | null>(null);
  const change = (at: number, part: Partial<ProcedureDocument>) => onChange(documents.map((one, index) => (index === at ? { ...one, ...part } : one)), `documents.${at}.${Object.keys(part).join()}`);
  const add = () => {
    onChange([...documents, { kind: 'other', title: '', number: null, dated: null, url: null }]);
    setOpen(documents.length);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-testid="document-title-${documents.length}"]`)?.focus());
  };
  const remove = (at: number, name: string) => {
    setOpen(null);
    onChange(documents.filter((_one, index) => index !== at));
    announce(texts.removed(name));
  };
  return (
    <section className={styles.section} data-testid="documents">
      <h4>{texts.title}</h4>
      {documents.length === 0 && <p className={styles.quiet}>{texts.none}</p>}
      <ul className={styles.rows}>
        {documents.map((one, at) => {
          const name = one.title || texts[one.kind];
          return (
            <li key={at} className={styles.row}>
              <div className={styles.line}>
                <span className={styles.grow}>{one.url && /^https?:\/\//.test(one.url) ? <a href={one.url} target="_blank" rel="noreferrer">{name}</a> : <b>{name}</b>}<span className={styles.quiet}>{[texts[one.kind], one.number, one.dated && date(one.dated)].filter(Boolean).join(' · ')}</span></span>
                {may && <><IconButton name={texts.edit(name)} pressed={open === at} onClick={() => setOpen(open === at ? null : at)}><Pencil size={14} aria-hidden /></IconButton><IconButton name={texts.remove(name)} onClick={() => remove(at, name)}><Trash2 size={14} aria-hidden /></IconButton></>}
              </div>
              {may && open === at && (
                <div className={styles.form}>
                  <TextField label={texts.name} value={one.title} onChange={(title) => change(at, { title })} fault={faults.has(`documents.${at}.title`) ? texts.needs : null} testid={`document-title-${at}`} />
                  <div className={styles.pair}>
                    <Choose label={texts.kind} value={one.kind} choices={KINDS.map((value) => ({ value, label: texts[value] }))} onChange={(kind) => change(at, { kind: kind as ProcedureDocument['kind'] })} />
                    <TextField label={texts.number} value={one.number ?? ''} onChange={(number) => change(at, { number: number || null })} />
                  </div>
                  <TextField label={texts.dated} type="date" value={one.dated ?? ''} onChange={(dated) => change(at, { dated: dated || null })} />
                  <TextField label={texts.url} type="url" value={one.url ?? ''} onChange={(url) => change(at, { url: url || null })} fault={faults.has(`documents.${at}.url`) ? texts.link : null} />
                  <div><Button kind="quiet" onClick={() => setOpen(null)}>{texts.close}</Button></div>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {may && <div className={styles.actions}><Button onClick={add} data-testid="add-document"><Plus size={16} aria-hidden />{texts.add}</Button></div>}
    </section>
  );
}
