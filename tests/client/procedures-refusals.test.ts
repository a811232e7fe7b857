/** What the server says when it refuses is said in Polish: all its sentences are known, unknown ones stay and are marked. */
import { describe, expect, it } from 'vitest';
import { inPolish, tell } from '../../client/procedures/refusals.ts';
import { faultsOfZone } from '../../domain/office/procedure-rules.ts';

const together = (sources: Record<string, string>): string => Object.values(sources).join('\n');
const ROOMS = together(import.meta.glob<string>(['../../server/rooms/procedures/*.ts', '../../server/rooms/overlaps/*.ts'], { query: '?raw', import: 'default', eager: true }));
const PREPARE = together(import.meta.glob<string>('../../server/gdal/prepare.ts', { query: '?raw', import: 'default', eager: true }));

/** The sentences that stand in the code after `before`, numbers and names put in. */
const sentences = (code: string, before: string): string[] =>
  [...code.matchAll(new RegExp(`${before}\\s*(?:'([^'\\n]+)'|\`([^\`\\n]+)\`)`, 'g'))].map(([, plain, template]) => (plain ?? template!).replaceAll(/\$\{\{[^}]*\}[^}]*\}|\$\{[^}]*\}/g, '7').replace('finding7', 'findings')).filter((words) => !/^7: 7\.?$/.test(words));

describe('refusals in Polish', () => {
  it('every 422 of procedures and overlaps is known', () => {
    const all = sentences(ROOMS, String.raw`Problem\('unprocessable',`);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((words) => inPolish(words) === null)).toEqual([]);
  });

  it('every reason for which a feature of a file is not taken is known', () => {
    const all = [...sentences(ROOMS, String.raw`ValueFault\(`), ...sentences(PREPARE, String.raw`reject\(entry,`)];
    expect(all).toContain('it has no geometry');
    expect(all.filter((words) => inPolish(words.replace(/^7: "/, 'maxHeightM: "').replace(/^7;/, 'Self-intersection at 1.00 2.00;').replace(/longer than 7 s$/, 'longer than 20 s')) === null)).toEqual([]);
  });

  it('faults of figures name the field as the form does', () => {
    const zone = { maxHeightM: 0, minIntensity: 2, maxIntensity: 1, maxBuiltUpPct: 120, minBioActivePct: null } as never;
    expect(faultsOfZone(zone).map((fault) => inPolish(`ZN.1: ${fault.join(' ')}.`))).toEqual([
      'ZN.1: największa wysokość musi być większa od 0; zostaw puste, jeśli plan jej nie ustala', 'ZN.1: najmniejsza intensywność jest większa od największej', 'ZN.1: największa powierzchnia zabudowy przekracza 100 %',
    ]);
    const monstrous = { maxHeightM: 1e300, minIntensity: null, maxIntensity: 1e300, maxBuiltUpPct: null, minBioActivePct: null } as never;
    expect(faultsOfZone(monstrous).map((fault) => inPolish(`ZN.1: ${fault.join(' ')}.`))).toEqual(['ZN.1: największa wysokość nie mieści się między 10 cm a 1000 m', 'ZN.1: największa intensywność przekracza 1000']);
  });

  it('what GEOS found keeps its place', () => {
    expect(inPolish('Self-intersection at 7424000.10 5547600.00; cannot be repaired')).toBe('granica przecina samą siebie (7424000.10 5547600.00); nie da się naprawić');
    expect(inPolish('2 open ring(s) closed')).toBe('zamknięto otwarte pierścienie: 2');
  });

  it('other words stay as they are, marked as English; who reads English gets the words of the server', () => {
    expect(tell('The moon is full.', 'pl')).toEqual({ text: 'The moon is full.', foreign: true });
    expect(tell('it has no geometry', 'pl')).toEqual({ text: 'nie ma geometrii', foreign: false });
    expect(tell('it has no geometry', 'en')).toEqual({ text: 'it has no geometry', foreign: false });
  });
});
