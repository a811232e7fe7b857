/** Checks of a draft: findings by kind, those that stop the publishing first; each leads to its place, is overruled with a reason, or shows by whom it was. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Finding, Procedure } from '../../domain/contract/office/procedure.ts';
import { isOpen } from '../../domain/office/procedure-rules.ts';
import { checkDraft, findingsQuery, overrule } from '../api/procedures.ts';
import { defineTexts, useFormats, useMoment, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { announce } from '../ui/announce.tsx';
import { Button, classes } from '../ui/button.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import type { ZoneField } from './draft-zones.ts';
import { groupFindings, type FindingGroup } from './findings.ts';
import { useAct } from '../ui/use-act.ts';
import { Fault, TextField } from './parts.tsx';
import styles from './procedures.module.css';
import { FINDING_TEXTS, ZONE_TEXTS } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Kontrola projektu', check: 'Sprawdź teraz', checking: 'Sprawdzanie…', fine: (when: string) => `Sprawdzono ${when} – bez uwag.`, overruled: (when: string) => `Sprawdzono ${when} – wszystko, co było, uchylono z powodem.`, notes: (when: string, n: string) => `Sprawdzono ${when} – uwag, które nie wstrzymują publikacji: ${n}.`, open: (when: string, n: string) => `Sprawdzono ${when} – publikację wstrzymuje: ${n}.`, stale: 'Projekt zmieniono po tej kontroli. Zapisz zmiany – sprawdzi się sam – albo sprawdź jeszcze raz.', unsaved: 'Kontrola dotyczy zapisanej wersji; niezapisanych zmian nie obejmuje.', more: (shown: string, total: string) => `Pokazano ${shown} z ${total}.`,
    counts: (open: number, overruled: number, all: number) => [open > 0 ? `wstrzymuje: ${open}` : null, all - open - overruled > 0 ? `do wiadomości: ${all - open - overruled}` : null, overruled > 0 ? `uchylone: ${overruled}` : null].filter(Boolean).join(', '),
    show: 'Pokaż miejsce', showOf: (name: string) => `Pokaż miejsce: ${name}`, zone: 'Otwórz teren', zoneOf: (name: string) => `Otwórz teren ${name}`, overrule: 'Uchyl z powodem', overruleOf: (name: string) => `Uchyl: ${name}`, reason: 'Dlaczego to nie jest błąd (co najmniej 10 znaków)', short: 'Napisz dlaczego – co najmniej 10 znaków.', cancel: 'Anuluj', done: 'Uchylono uwagę. Zostaje widoczna z powodem.', by: (who: string, when: string) => `Uchylono: ${who}, ${when}`, blocks: 'wstrzymuje', informs: 'do wiadomości', gone: 'uchylone', whole: 'cały projekt', must: 'Tej uwagi nie można uchylić – trzeba ją poprawić.', shown: (name: string) => `Na mapie: ${name}.`, all: (n: string) => `Pokaż wszystkie (${n})`,
  },
  en: {
    title: 'Checks of the draft', check: 'Check now', checking: 'Checking…', fine: (when: string) => `Checked ${when} – nothing found.`, overruled: (when: string) => `Checked ${when} – all that was found is overruled with a reason.`, notes: (when: string, n: string) => `Checked ${when} – findings that do not stop the publishing: ${n}.`, open: (when: string, n: string) => `Checked ${when} – stopping the publishing: ${n}.`, stale: 'The draft was changed after this check. Save the changes – it is checked by itself – or check again.', unsaved: 'The check is of the saved version, without changes that are not saved.', more: (shown: string, total: string) => `${shown} of ${total} are shown.`,
    counts: (open: number, overruled: number, all: number) => [open > 0 ? `stopping: ${open}` : null, all - open - overruled > 0 ? `for information: ${all - open - overruled}` : null, overruled > 0 ? `overruled: ${overruled}` : null].filter(Boolean).join(', '),
    show: 'Show the place', showOf: (name: string) => `Show the place: ${name}`, zone: 'Open the zone', zoneOf: (name: string) => `Open zone ${name}`, overrule: 'Overrule with a reason', overruleOf: (name: string) => `Overrule: ${name}`, reason: 'Why this is no fault (at least 10 characters)', short: 'Say why – at least 10 characters.', cancel: 'Cancel', done: 'The finding is overruled. It stays in sight with the reason.', by: (who: string, when: string) => `Overruled: ${who}, ${when}`, blocks: 'stops', informs: 'for information', gone: 'overruled', whole: 'the whole draft', must: 'This finding cannot be overruled – it has to be mended.', shown: (name: string) => `On the map: ${name}.`, all: (n: string) => `Show all (${n})`,
  },
});

interface Shared {
  readonly procedure: Procedure;
  readonly draft: number;
  readonly chosen: string | null;
  readonly onShow: (finding: Finding) => void;
  readonly onZone: (id: number) => void;
}

function Row({ finding, procedure, draft, chosen, onShow, onZone }: Shared & { readonly finding: Finding }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(ZONE_TEXTS);
  const { squareMetres, number } = useFormats();
  const moment = useMoment();
  const [reason, setReason] = useState<string | null>(null);
  const [short, setShort] = useState(false);
  const act = useAct();
  const open = isOpen(finding);
  const { zones, zoneIds, parameter, areaM2, bbox, overruled } = finding;
  const what = [zones.length > 0 ? zones.join(' × ') : finding.kind === 'no-zones' ? texts.whole : null, parameter && fields[parameter as ZoneField], areaM2 !== null && (areaM2 < 10 ? `${number(areaM2, 2)} m²` : squareMetres(areaM2))].filter(Boolean).join(' · ');
  const show = () => {
    if (bbox) showBox(bbox, { maxZoom: 19 });
    onShow(finding);
    announce(texts.shown(what));
  };
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    const said = (reason ?? '').trim();
    setShort(said.length < 10);
    if (said.length >= 10) act.run(async () => { await overrule(procedure.key, draft, { finding: finding.id, reason: said }); setReason(null); announce(texts.done); });
  };
  return (
    <li className={styles.finding} data-rank={open ? 'open' : overruled ? 'overruled' : 'note'} data-testid="finding">
      <span className={styles.line}><b className={styles.grow}>{what}</b><span className={classes(styles.chip, open && styles.overdue, overruled && styles.public)}>{open ? texts.blocks : overruled ? texts.gone : texts.informs}</span></span>
      {overruled && <><span>{overruled.reason}</span><span className={styles.quiet}>{texts.by(overruled.by.name, moment(overruled.at))}</span></>}
      {open && !finding.overrulable && <span className={styles.quiet}>{texts.must}</span>}
      <span className={styles.actions}>
        {bbox && <Button kind="quiet" aria-pressed={chosen === finding.id} aria-label={texts.showOf(what)} onClick={show} data-testid="show-finding">{texts.show}</Button>}
        {zoneIds.length > 0 && <Button kind="quiet" aria-label={texts.zoneOf(zones[0] ?? '')} onClick={() => onZone(zoneIds[0]!)}>{texts.zone}</Button>}
        {open && finding.overrulable && procedure.may.edit && reason === null && <Button kind="quiet" aria-label={texts.overruleOf(what)} onClick={() => setReason('')} data-testid="overrule">{texts.overrule}</Button>}
      </span>
      {reason !== null && !overruled && (
        <form className={styles.form} onSubmit={send}>
          <TextField label={texts.reason} value={reason} onChange={setReason} rows={2} fault={short ? texts.short : null} testid="overrule-reason" />
          <Fault error={act.error} />
          <div className={styles.actions}><Button type="submit" disabled={act.busy} data-testid="overrule-go">{texts.overrule}</Button><Button kind="quiet" onClick={() => setReason(null)}>{texts.cancel}</Button></div>
        </form>
      )}
    </li>
  );
}

const AT_ONCE = 50;

function Group({ group, ...rest }: Shared & { readonly group: FindingGroup }) {
  const texts = useTexts(TEXTS);
  const kinds = useTexts(FINDING_TEXTS);
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const { findings, open, overruled, kind } = group;
  const shown = all ? findings : findings.slice(0, AT_ONCE);
  return (
    <details className={styles.fold} open={open > 0} data-testid={`findings-${kind}`}>
      <summary>{kinds[kind]} <span className={styles.quiet}>{texts.counts(open, overruled, findings.length)}</span></summary>
      <ul className={styles.rows}>{shown.map((finding) => <Row key={finding.id} finding={finding} {...rest} />)}</ul>
      {shown.length < findings.length && <Button kind="quiet" onClick={() => setAll(true)}>{texts.all(number(findings.length))}</Button>}
    </details>
  );
}

/** `version`: of the draft as it stands on the server; `touched`: there are changes that it does not have. */
export function Checks({ version, touched, ...shared }: Shared & { readonly version: number; readonly touched: boolean }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const moment = useMoment();
  const { procedure, draft } = shared;
  const { data, error, isFetching } = useQuery(findingsQuery(procedure.key, draft));
  const act = useAct();
  const stale = data !== undefined && data.version !== version;
  // Saved – here or by somebody else: what was found then says nothing of it.
  useEffect(() => { if (stale) void checkDraft(procedure.key, draft).catch(() => undefined); }, [stale, version, procedure.key, draft]);
  const check = () => act.run(async () => { const found = await checkDraft(procedure.key, draft); announce(words(found)); });
  const words = ({ open, total, findings, checkedAt }: NonNullable<typeof data>): string => {
    const when = moment(checkedAt);
    if (open > 0) return texts.open(when, number(open));
    return total === 0 ? texts.fine(when) : findings.every(({ overruled }) => overruled) ? texts.overruled(when) : texts.notes(when, number(findings.filter(({ overruled }) => !overruled).length));
  };
  return (
    <section className={styles.section} aria-labelledby="checks-title" data-testid="checks">
      <div className={styles.line}><h4 id="checks-title" className={styles.grow}>{texts.title}</h4><Button onClick={check} disabled={act.busy || isFetching} data-testid="check-draft">{isFetching ? texts.checking : texts.check}</Button></div>
      <Fault error={act.error ?? (data ? null : error)} />
      {!data && !error && <Loading />}
      {data && <p data-testid="check-state"><b>{words(data)}</b></p>}
      {(stale || touched) && data && <Notice>{stale ? texts.stale : texts.unsaved}</Notice>}
      {data && data.findings.length < data.total && <p className={styles.quiet}>{texts.more(number(data.findings.length), number(data.total))}</p>}
      {data && groupFindings(data.findings).map((group) => <Group key={group.kind} group={group} {...shared} />)}
    </section>
  );
}
