/** The rules of annotations as laws over all roles, standings and places, and mentions in a text. */
import { describe, expect, it } from 'vitest';
import { mayComment, mayDelete, mayEdit, mayPublish, maySee, refusesCreation, refusesDeletion, refusesEdit, refusesRestoration, type Standing, STATUSES, transitions, VISIBILITIES } from '../../domain/office/annotation-rules.ts';
import { mentionedIn } from '../../domain/office/mentions.ts';
import { RESIDENT, type Role, type Viewer } from '../../domain/office/roles.ts';

const account = (id: number, role: Role): Viewer => ({ kind: 'account', id, login: `p${id}`, name: `P${id}`, role, wholeCity: false, areas: [] });
const VIEWERS = [RESIDENT, account(1, 'planner'), account(2, 'planner'), account(3, 'chief-planner'), account(4, 'administrator'), account(5, 'investor-adviser')];
const STANDINGS: Standing[] = [1, 3].flatMap((author) => [null, 2].flatMap((assignee) => STATUSES.flatMap(({ value: status }) =>
  VISIBILITIES.flatMap(({ value: visibility }) => [false, true].map((deleted) => ({ author, assignee, status, visibility, deleted }))))));
const CASES = VIEWERS.flatMap((viewer) => STANDINGS.flatMap((one) => [true, false].map((inArea) => ({ viewer, one, inArea, same: { visibility: one.visibility, assignee: one.assignee, inArea } }))));
const chief = (viewer: Viewer) => viewer.kind === 'account' && viewer.role === 'chief-planner';

describe('rules of annotations', () => {
  it('who may do anything sees it', () => {
    for (const { viewer, one, inArea, same } of CASES) {
      const may = mayEdit(viewer, one, inArea) || mayPublish(viewer, one, inArea) || mayComment(viewer, one) || transitions(viewer, one, inArea).length > 0 || (mayDelete(viewer, one, inArea) && !one.deleted);
      if (may || refusesDeletion(viewer, one, inArea) === null) expect(maySee(viewer, one), JSON.stringify([viewer, one])).toBe(true);
      if (refusesRestoration(viewer, one, inArea, same) === null) expect(maySee(viewer, one), JSON.stringify([viewer, one])).toBe(true);
    }
  });

  it('what a reader is told they may, is what a write is not refused', () => {
    for (const { viewer, one, inArea, same } of CASES) {
      if (!maySee(viewer, one) || (one.visibility === 'mine' && one.assignee !== null)) continue;
      expect(refusesEdit(viewer, one, inArea, same) === null, JSON.stringify([viewer, one, inArea])).toBe(mayEdit(viewer, one, inArea));
      expect(refusesDeletion(viewer, one, inArea) === null).toBe(!one.deleted && mayDelete(viewer, one, inArea));
      if (one.visibility !== 'public') expect(refusesEdit(viewer, one, inArea, { ...same, visibility: 'public' }) === null).toBe(mayPublish(viewer, one, inArea) && inArea);
    }
  });

  it('nobody but the chief planner makes anything public or takes it back, and nobody takes another\'s for themselves', () => {
    for (const { viewer, one, inArea } of CASES) {
      for (const { value: visibility } of VISIBILITIES) {
        const to = { visibility, assignee: null, inArea: true };
        const done = [refusesEdit(viewer, one, inArea, to), refusesRestoration(viewer, one, inArea, to)].includes(null);
        if (done && !one.deleted && (one.visibility === 'public') !== (visibility === 'public')) expect(chief(viewer)).toBe(true);
        if (done && visibility === 'public' && one.deleted) expect(chief(viewer)).toBe(true);
        if (done && visibility === 'mine') expect(viewer).toMatchObject({ id: one.author });
        if (visibility === 'public') expect(refusesCreation(viewer, to) === null).toBe(chief(viewer));
      }
    }
  });

  it('to an adviser of investors they are what they are to a resident', () => {
    const adviser = account(5, 'investor-adviser');
    for (const { one, inArea, same } of CASES) for (const author of [one.author, 5]) {
      const own = { ...one, author, assignee: 5 };
      expect(maySee(adviser, own)).toBe(maySee(RESIDENT, own));
      expect([refusesEdit(adviser, own, inArea, same), refusesDeletion(adviser, own, inArea), refusesCreation(adviser, same)]).toEqual(['not-a-planner', 'not-a-planner', 'not-a-planner']);
    }
  });

  it('outside their areas people write their own notes only', () => {
    for (const { viewer, one, same } of CASES) if (one.visibility !== 'mine') {
      expect([refusesEdit(viewer, one, false, same), refusesRestoration(viewer, one, false, same), refusesDeletion(viewer, one, false), refusesCreation(viewer, { ...same, inArea: false })]).not.toContain(null);
    }
  });
});

describe('mentions', () => {
  it.each<[string, string[][]]>([
    ['@anna', [['anna']]], ['(@Jan.Nowak)', [['jan.nowak']]], ['do @anna, @ewa i @anna', [['anna'], ['ewa']]], ['@jan.nowak.', [['jan.nowak.', 'jan.nowak']]],
    ['poczta anna@krakow.pl', []], ['@@anna', []], ['@łucja', []], ['@a', []], ['@-x', []], ['', []],
  ])('%s', (text, logins) => { expect(mentionedIn(text)).toEqual(logins); });
});
