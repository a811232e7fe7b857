/** The editor of a draft: its zones on the map beside the law in force, their list and fields, saving, checks, publishing. */
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import type { Draft, Finding, Procedure } from '../../domain/contract/office/procedure.ts';
import { draftQuery, fetchDraft, findingsQuery, procedureQuery, saveZones, whoWasFirst } from '../api/procedures.ts';
import type { SignedInAccount } from '../api/session.ts';
import { defineTexts, useFormats, useLanguage, useMoment, useTexts } from '../i18n/language.ts';
import { showLayer, useVisibleLayers } from '../layers/layer-state.ts';
import { showBox } from '../map/camera.ts';
import { announce } from '../ui/announce.tsx';
import { Button, classes } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { Checks } from './checks.tsx';
import { ConflictView } from './conflict-view.tsx';
import { DraftOverlay } from './draft-overlay.tsx';
import { chooseTheirs, countChanges, editOf, type EditZone, type JoinedZones, joinZones, zonesOfDraft, type ZoneChoice, type ZoneField } from './draft-zones.ts';
import { useAct } from '../ui/use-act.ts';
import { openProcedure } from './procedure-address.ts';
import styles from './procedures.module.css';
import { PublishDialog } from './publish-dialog.tsx';
import { SaveBar } from './save-bar.tsx';
import { ZONE_TEXTS } from './words.ts';
import { changeWork, isTouched, rebaseWork, useWork, type Version, type Work } from '../unsaved/work-store.ts';
import { ZoneList } from './zone-list.tsx';
import { ZoneTools } from './zone-tools.tsx';
import { measured } from './zone-shapes.ts';
import { faultyFields } from './zone-values.ts';

type Zones = readonly EditZone[];

const TEXTS = defineTexts({
  pl: {
    back: 'Procedura', title: (n: number, name: string) => `Projekt ${n}: ${name}`, banner: 'Projekt – niepubliczny', public: 'Projekt opublikowany', withdrawn: 'Projekt wycofany – niepubliczny', bannerText: 'Widzą go tylko zalogowani pracownicy. Na mapie ma przerywane granice i napis.', frozen: 'Ten projekt był opublikowany i zostaje taki, jaki był. Dalsze zmiany zrób w jego kopii.', reading: 'Możesz czytać ten projekt; zapis jest dla planistów z uprawnieniami do tego obszaru.', strength: 'Krycie projektu na mapie', law: 'Pokaż pod spodem prawo obowiązujące', saved: (n: string) => `Zapisano projekt, zmian: ${n}.`, changes: (n: string) => `Zmienionych terenów: ${n}.`, faulty: (symbols: string) => `Popraw zaznaczone pola w terenach: ${symbols}.`, none: 'nie ustalono', gone: 'teren usunięty', whole: 'teren', show: 'Pokaż na mapie',
  },
  en: {
    back: 'Procedure', title: (n: number, name: string) => `Draft ${n}: ${name}`, banner: 'Draft – not public', public: 'Draft – published', withdrawn: 'Draft – withdrawn, not public', bannerText: 'Only people of the office who are signed in see it. On the map it has dashed borders and a mark.', frozen: 'This draft was published and stays as it was. Make further changes in a copy of it.', reading: 'You may read this draft; writing is for planners with rights in this area.', strength: 'Opacity of the draft on the map', law: 'Show the law in force beneath', saved: (n: string) => `The draft is saved, changes: ${n}.`, changes: (n: string) => `Zones changed: ${n}.`, faulty: (symbols: string) => `Correct the marked fields of zones: ${symbols}.`, none: 'not set', gone: 'zone deleted', whole: 'zone', show: 'Show on the map',
  },
});

interface Conflicted { readonly who: { readonly name: string | null; readonly at: string | null }; readonly theirs: Version<Zones>; readonly joined: JoinedZones; readonly chosen: ReadonlySet<ZoneChoice> }
const nameOf = ({ id, field }: ZoneChoice): string => `${id}.${field}`;

function Compare({ strength, onStrength }: { readonly strength: number; readonly onStrength: (share: number) => void }) {
  const texts = useTexts(TEXTS);
  const { percent } = useFormats();
  const id = useId();
  const law = useVisibleLayers().has('zones');
  return (
    <div className={styles.group}>
      <div className={styles.slider}><label htmlFor={id} className={styles.quiet}>{texts.strength}</label><span className={styles.quiet}>{percent(strength * 100, 0)}</span><input id={id} type="range" min={0} max={100} step={5} value={strength * 100} onChange={({ currentTarget }) => onStrength(Number(currentTarget.value) / 100)} /></div>
      <label className={styles.check}><input type="checkbox" checked={law} onChange={({ currentTarget }) => showLayer('zones', currentTarget.checked)} />{texts.law}</label>
    </div>
  );
}

function Opened({ procedure, draft, work }: { readonly procedure: Procedure; readonly draft: Draft; readonly work: Work<Zones> }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(ZONE_TEXTS);
  const lang = useLanguage();
  const { number, area } = useFormats();
  const moment = useMoment();
  const { data: findings } = useQuery(findingsQuery(procedure.key, draft.number));
  const [chosen, setChosen] = useState<number | null>(null);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [strength, setStrength] = useState(0.9);
  const [conflict, setConflict] = useState<Conflicted | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const act = useAct();
  const zones = work.value;
  const frozen = draft.publishedAt !== null || !procedure.may.edit;
  const [box] = useState(procedure.bbox);
  useEffect(() => showBox(box), [box]);
  // A mark of what was mended stands no more.
  useEffect(() => setFinding((marked) => findings?.findings.find(({ id }) => id === marked?.id) ?? null), [findings]);
  const send = async (version: number, base: Zones, mine: Zones) => {
    try {
      const edit = editOf(base, mine);
      const saved = await saveZones(procedure.key, draft.number, version, edit);
      const open = mine.find(({ id }) => id === chosen);
      rebaseWork<Zones>(work, { version: saved.version, value: zonesOfDraft(saved) });
      setConflict(null);
      if (open && open.id < 0) setChosen(saved.zones.findLast(({ symbol }) => symbol === open.symbol)?.id ?? null);
      announce(texts.saved(number(edit.write.length + edit.remove.length)));
    } catch (error) {
      const who = whoWasFirst(error);
      if (!who) throw error;
      const now = await fetchDraft(procedure.key, draft.number);
      setConflict({ who, theirs: { version: now.version, value: zonesOfDraft(now) }, joined: joinZones(base, zonesOfDraft(now), mine), chosen: new Set() });
    }
  };
  const save = useCallback(() => {
    const bad = zones.filter((zone) => faultyFields(zone).size > 0);
    setWrong(bad.length > 0 ? bad.map(({ symbol }) => symbol || '?').join(', ') : null);
    if (bad.length > 0) return setChosen(bad[0]!.id);
    act.run(() => send(work.base.version, work.base.value, zones));
    // What is sent is what stands.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [work, zones]);
  if (conflict) {
    const { joined, theirs, who } = conflict;
    const words = (field: ZoneChoice['field'], value: unknown): string => {
      if (value === null || value === undefined) return field === 'zone' ? texts.gone : texts.none;
      return field === 'geometry' ? area(measured(value as EditZone['geometry'])) : field === 'zone' ? `${(value as EditZone).symbol}, ${area(measured((value as EditZone).geometry))}` : typeof value === 'number' ? value.toLocaleString(lang) : String(value);
    };
    const merged = () => chooseTheirs(joined, conflict.chosen);
    return (
      <ConflictView
        who={who} busy={act.busy} taken={joined.taken} theirs={new Set([...conflict.chosen].map(nameOf))}
        choices={joined.choices.map((choice) => ({ id: nameOf(choice), label: `${choice.symbol}: ${(choice.field === 'zone' ? texts.whole : fields[choice.field as ZoneField]).toLowerCase()}`, base: words(choice.field, choice.base), theirs: words(choice.field, choice.theirs), mine: words(choice.field, choice.mine) }))}
        onChoose={(id, isTheirs) => { const choice = joined.choices.find((one) => nameOf(one) === id)!; setConflict({ ...conflict, chosen: new Set(isTheirs ? [...conflict.chosen, choice] : [...conflict.chosen].filter((one) => one !== choice)) }); }}
        onSave={() => act.run(() => { const value = merged(); rebaseWork<Zones>(work, theirs, value); return send(theirs.version, theirs.value, value); })} onBack={() => setConflict(null)}
      />
    );
  }
  const touched = isTouched(work);
  const open = draft.publishedAt !== null && draft.withdrawnAt === null;
  return (
    <>
      <DraftOverlay zones={zones} boundary={procedure.boundary} hidden={!open} strength={strength} chosen={chosen} finding={finding} onChoose={setChosen} />
      <h3 id="draft-title" tabIndex={-1}>{texts.title(draft.number, procedure.name)}</h3>
      <div className={classes(styles.banner, open && styles.seen)} data-testid="draft-banner"><b>{open ? texts.public : draft.publishedAt ? texts.withdrawn : texts.banner}</b><span>{draft.publishedAt ? texts.frozen : texts.bannerText}</span></div>
      {!procedure.may.edit && <p className={styles.quiet}>{texts.reading}</p>}
      <p className={styles.line}><span className={styles.quiet}>{draft.note || draft.createdBy.name} · {moment(draft.changedAt)}</span><Button kind="quiet" onClick={() => showBox(box)}>{texts.show}</Button></p>
      <Compare strength={strength} onStrength={setStrength} />
      <ZoneTools procedure={procedure} zones={zones} chosen={chosen} frozen={frozen} onChoose={setChosen} onChange={(to, about) => changeWork<Zones>(work, to, about ?? null)} />
      <ZoneList zones={zones} chosen={chosen} onChoose={setChosen} />
      <Checks procedure={procedure} draft={draft.number} version={draft.version} touched={touched} chosen={finding?.id ?? null} onShow={setFinding} onZone={setChosen} />
      {procedure.may.publish && <PublishDialog procedure={procedure} draft={draft} findings={findings ?? null} touched={touched} />}
      {wrong && touched && <p className={styles.fault} role="alert">{texts.faulty(wrong)}</p>}
      {!frozen && <SaveBar work={work} act={act} onSave={save}>{texts.changes(number(countChanges(work.base.value, zones)))}</SaveBar>}
    </>
  );
}

export function DraftDesk({ procedureKey, number, account }: { readonly procedureKey: string; readonly number: number; readonly account: SignedInAccount }) {
  const texts = useTexts(TEXTS);
  const procedure = useQuery(procedureQuery(procedureKey));
  const draft = useQuery(draftQuery(procedureKey, number));
  const server = useMemo(() => (draft.data ? { version: draft.data.version, value: zonesOfDraft(draft.data) } : null), [draft.data]);
  const work = useWork<Zones>(account.id, `draft:${procedureKey}:${number}`, server);
  const error = procedure.error ?? draft.error;
  return (
    <section className={styles.part} aria-labelledby="draft-title" data-testid="draft">
      <div><Button kind="quiet" className={styles.flush} onClick={() => openProcedure(procedureKey)}><ArrowLeft size={16} aria-hidden />{texts.back}</Button></div>
      {procedure.data && draft.data && work ? <Opened procedure={procedure.data} draft={draft.data} work={work} /> : error ? <FailureNotice error={error} onRetry={() => { void procedure.refetch(); void draft.refetch(); }} /> : <Loading />}
    </section>
  );
}
