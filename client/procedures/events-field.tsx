/** Events of a procedure as a timeline: what is done, due, overdue; added, changed, ordered by date, removed. */
import { ArrowDownUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ProcedureEvent } from '../../domain/contract/office/procedure.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { STAGES } from '../../domain/planning/stages.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button, classes, IconButton } from '../ui/button.tsx';
import { byDate, daysUntil, dueState } from './due.ts';
import { Choose, TextField, useCodes } from './parts.tsx';
import styles from './procedures.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Przebieg', none: 'Nie wpisano jeszcze żadnego zdarzenia.', add: 'Dodaj zdarzenie', sort: 'Uporządkuj według dat', sorted: 'Zdarzenia uporządkowane według dat.', edit: (name: string) => `Zmień: ${name}`, remove: (name: string) => `Usuń: ${name}`, removed: (name: string) => `Usunięto: ${name}. Krok można cofnąć.`, close: 'Gotowe',
    stage: 'Etap', name: 'Zdarzenie', dueOn: 'Termin', onDate: 'Odbyło się', untilDate: 'Do dnia', document: 'Dokument', due: (day: string) => `termin ${day}`, on: (day: string) => `odbyło się ${day}`, planned: (day: string) => `zaplanowane na ${day}`, range: (from: string, to: string) => `odbyło się ${from} – ${to}`, late: (days: string) => `po terminie o ${days} d.`, today: 'dziś', in: (days: string) => `za ${days} d.`, needs: 'Wpisz, co się dzieje.', order: 'Koniec jest przed początkiem.',
  },
  en: {
    title: 'Course of events', none: 'No event is entered yet.', add: 'Add an event', sort: 'Order by date', sorted: 'Events are ordered by date.', edit: (name: string) => `Change: ${name}`, remove: (name: string) => `Remove: ${name}`, removed: (name: string) => `Removed: ${name}. The step can be undone.`, close: 'Done',
    stage: 'Stage', name: 'Event', dueOn: 'Due on', onDate: 'Happened on', untilDate: 'Until', document: 'Document', due: (day: string) => `due ${day}`, on: (day: string) => `happened on ${day}`, planned: (day: string) => `planned for ${day}`, range: (from: string, to: string) => `happened ${from} – ${to}`, late: (days: string) => `overdue by ${days} d`, today: 'today', in: (days: string) => `in ${days} d`, needs: 'Say what happens.', order: 'The end is before the beginning.',
  },
});

type Change = (events: ProcedureEvent[], about?: string) => void;

function Days({ event, today }: { readonly event: ProcedureEvent; readonly today: string }) {
  const texts = useTexts(TEXTS);
  const { date, number } = useFormats();
  const { dueOn, onDate, untilDate } = event;
  const state = dueState(event, today);
  const days = dueOn && state !== 'done' ? daysUntil(dueOn, today) : null;
  return (
    <span className={styles.line}>
      {onDate && <span>{untilDate ? texts.range(date(onDate), date(untilDate)) : onDate > today ? texts.planned(date(onDate)) : texts.on(date(onDate))}</span>}
      {dueOn && <span className={onDate ? styles.quiet : undefined}>{texts.due(date(dueOn))}</span>}
      {days !== null && <span className={classes(styles.chip, state === 'overdue' && styles.overdue, (state === 'today' || state === 'soon') && styles.soon)}>{days < 0 ? texts.late(number(-days)) : days === 0 ? texts.today : texts.in(number(days))}</span>}
    </span>
  );
}

function EventForm({ event, at, faults, onChange }: { readonly event: ProcedureEvent; readonly at: number; readonly faults: ReadonlySet<string>; readonly onChange: (change: Partial<ProcedureEvent>, about: string) => void }) {
  const texts = useTexts(TEXTS);
  const stages = useCodes(STAGES);
  const day = (field: 'dueOn' | 'onDate' | 'untilDate') => <TextField type="date" label={texts[field]} value={event[field] ?? ''} onChange={(value) => onChange({ [field]: value || null }, field)} fault={faults.has(`events.${at}.${field}`) ? texts.order : null} />;
  return (
    <div className={styles.form}>
      <Choose label={texts.stage} value={event.stage} choices={stages} onChange={(stage) => onChange({ stage: stage as ProcedureEvent['stage'] }, 'stage')} />
      <TextField label={texts.name} value={event.title} onChange={(title) => onChange({ title }, 'title')} fault={faults.has(`events.${at}.title`) ? texts.needs : null} testid={`event-title-${at}`} />
      <div className={styles.pair}>{day('dueOn')}{day('onDate')}{day('untilDate')}<TextField label={texts.document} value={event.document ?? ''} onChange={(document) => onChange({ document: document || null }, 'document')} /></div>
    </div>
  );
}

export function EventsField({ events, may, faults, onChange }: { readonly events: readonly ProcedureEvent[]; readonly may: boolean; readonly faults: ReadonlySet<string>; readonly onChange: Change }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const [open, setOpen] = useState<number | null>(null);
  const today = dayInKrakow();
  const change = (at: number, part: Partial<ProcedureEvent>, about: string) => onChange(events.map((one, index) => (index === at ? { ...one, ...part } : one)), `events.${at}.${about}`);
  const remove = (at: number, name: string) => {
    setOpen(null);
    onChange(events.filter((_one, index) => index !== at));
    announce(texts.removed(name));
  };
  const add = () => {
    const last = events.findLast(({ onDate }) => onDate !== null)?.stage ?? 'INITIATION';
    onChange([...events, { stage: last, title: '', dueOn: null, onDate: null, untilDate: null, document: null }]);
    setOpen(events.length);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-testid="event-title-${events.length}"]`)?.focus());
  };
  return (
    <section className={styles.section} data-testid="events">
      <h4>{texts.title}</h4>
      {events.length === 0 && <p className={styles.quiet}>{texts.none}</p>}
      <ol className={styles.timeline}>
        {events.map((event, at) => {
          const stage = say(STAGES.find(({ value }) => value === event.stage)!.label);
          const state = dueState(event, today);
          const name = event.title || stage;
          return (
            <li key={at} className={classes(state === 'done' && styles.done, state === 'overdue' && styles.late)}>
              <div className={styles.line}>
                <span className={styles.grow}><b>{name}</b>{event.title && <span className={styles.quiet}>{stage}</span>}</span>
                {may && <><IconButton name={texts.edit(name)} pressed={open === at} onClick={() => setOpen(open === at ? null : at)}><Pencil size={14} aria-hidden /></IconButton><IconButton name={texts.remove(name)} onClick={() => remove(at, name)}><Trash2 size={14} aria-hidden /></IconButton></>}
              </div>
              <Days event={event} today={today} />
              {event.document && <span className={styles.quiet}>{event.document}</span>}
              {may && open === at && <><EventForm event={event} at={at} faults={faults} onChange={(part, about) => change(at, part, about)} /><div><Button kind="quiet" className={styles.flush} onClick={() => setOpen(null)}>{texts.close}</Button></div></>}
            </li>
          );
        })}
      </ol>
      {may && (
        <div className={styles.actions}>
          <Button onClick={add} data-testid="add-event"><Plus size={16} aria-hidden />{texts.add}</Button>
          {events.length > 1 && <Button kind="quiet" onClick={() => { setOpen(null); onChange(byDate(events)); announce(texts.sorted); }}><ArrowDownUp size={16} aria-hidden />{texts.sort}</Button>}
        </div>
      )}
    </section>
  );
}
