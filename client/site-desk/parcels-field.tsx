/** The parcels of a site: found by number and added, or taken off; their union is its land. */
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { searchQuery } from '../api/search.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { ParcelsMap } from './parcels-map.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { label: 'Działki', find: 'Dodaj działkę: numer, obręb', hint: 'Na przykład: 580/4 P-1 albo pełny identyfikator. Teren jest sumą swoich działek.', none: 'Nie ma takiej działki.', add: 'Dodaj', remove: (key: string) => `Usuń działkę ${key}`, added: (key: string) => `Dodano działkę ${key}.`, removed: (key: string) => `Usunięto działkę ${key}.`, empty: 'Nie wskazano jeszcze żadnej działki.', gone: 'tej działki już nie ma w ewidencji', missing: 'Niektórych działek już nie ma: teren zostaje, jaki był, dopóki nie wskażesz innych.' },
  en: { label: 'Parcels', find: 'Add a parcel: number, cadastral district', hint: 'For example: 580/4 P-1, or the whole identifier. The land is the union of its parcels.', none: 'There is no such parcel.', add: 'Add', remove: (key: string) => `Remove parcel ${key}`, added: (key: string) => `Parcel ${key} added.`, removed: (key: string) => `Parcel ${key} removed.`, empty: 'No parcel is named yet.', gone: 'this parcel stands no more', missing: 'Some parcels stand no more: the land stays as it was until others are named.' },
});
const SHOWN = 6;

export function ParcelsField({ parcels, missing, onChange }: { readonly parcels: readonly string[]; readonly missing: readonly string[]; readonly onChange: (parcels: string[]) => void }) {
  const texts = useTexts(TEXTS);
  const id = useId();
  const [text, setText] = useState('');
  const asked = useSettled(text, 250);
  const { data } = useQuery({ ...searchQuery(asked, null, useLanguage()), enabled: asked.trim().length > 1 });
  const found = text.trim() === '' ? [] : (data?.results ?? []).filter(({ kind, key }) => kind === 'parcel' && !parcels.includes(key)).slice(0, SHOWN);
  const add = (key: string) => {
    onChange([...parcels, key]);
    setText('');
    announce(texts.added(key));
  };
  const remove = (key: string) => {
    onChange(parcels.filter((one) => one !== key));
    announce(texts.removed(key));
  };
  return (
    <fieldset className={styles.group} data-testid="site-parcels">
      <legend>{texts.label}</legend>
      {parcels.length === 0 && <p className={styles.quiet}>{texts.empty}</p>}
      {parcels.some((key) => missing.includes(key)) && <p className={styles.fault}>{texts.missing}</p>}
      <ul className={styles.rows}>
        {parcels.map((key) => <li key={key} className={styles.line}><span className={styles.grow}>{key}{missing.includes(key) && <span className={styles.fault}> – {texts.gone}</span>}</span><IconButton name={texts.remove(key)} onClick={() => remove(key)}><X size={16} aria-hidden /></IconButton></li>)}
      </ul>
      <div className={styles.field}>
        <label htmlFor={id}>{texts.find}</label>
        <input id={id} type="search" value={text} maxLength={100} aria-describedby={`${id}-hint`} data-testid="find-parcel" onChange={({ currentTarget }) => setText(currentTarget.value)} />
        <p id={`${id}-hint`} className={styles.quiet}>{texts.hint}</p>
      </div>
      {found.length > 0 && <ul className={styles.rows} data-testid="found-parcels">{found.map(({ key, label, context }) => <li key={key} className={styles.line}><span className={styles.grow}>{label} <span className={styles.quiet}>{context}</span></span><Button aria-label={`${texts.add} ${label}, ${context}`} onClick={() => add(key)}>{texts.add}</Button></li>)}</ul>}
      {asked.trim().length > 1 && asked === text && data && found.length === 0 && <p className={styles.quiet} role="status">{texts.none}</p>}
      <ParcelsMap parcels={parcels} onToggle={(key) => (parcels.includes(key) ? remove(key) : add(key))} />
    </fieldset>
  );
}
