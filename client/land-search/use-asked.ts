/** What is searched, as the page's address says it, and how the panel changes it. */
import { useMemo } from 'react';
import type { LandKind } from '../../domain/contract/investment/search.ts';
import { FilterFault, type Place } from '../../domain/cql2/ast.ts';
import { checkFilter, queryablesOf } from '../../domain/cql2/check.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { ANYTHING, filterOf, type Need, needOf } from '../../domain/investment/need.ts';
import { isWeighable } from '../../domain/investment/score.ts';
import { investmentSites } from '../../domain/layers/investment-sites.ts';
import { municipalParcels } from '../../domain/layers/municipal-parcels.ts';
import type { LandQuestion } from '../api/land-search.ts';
import { printLayers, visibleLayers } from '../layers/layer-state.ts';
import { navigate, urlState, useUrl } from '../url/use-url.ts';

/** What is wrong with an expression; `at`: the offset into its text. */
export interface Fault { readonly message: string; readonly at: number }

/** What both layers let be asked. */
const QUERYABLES = new Map([...queryablesOf(investmentSites)].filter(([name]) => queryablesOf(municipalParcels).has(name)));
const offsetOf = (at: Place): number => (typeof at === 'number' ? at : 0);

/** null: the expression can be asked of land. */
export function faultOf(text: string): Fault | null {
  if (text.trim() === '') return null;
  try {
    checkFilter(parseFilter(text), QUERYABLES);
    return null;
  } catch (error) {
    if (error instanceof FilterFault) return { message: error.message, at: offsetOf(error.at) };
    throw error;
  }
}

export interface Asked {
  /** As the address has it. */
  readonly text: string;
  /** null: the address holds no expression that can be asked. */
  readonly need: Need | null;
  readonly fault: Fault | null;
  readonly question: LandQuestion;
}

export function useAsked(): Asked {
  const { need: written, land: kind, weights, order } = useUrl();
  return useMemo(() => {
    const text = written ?? '';
    const fault = faultOf(text);
    const weighed = Object.fromEntries(Object.entries(weights).filter(([name, weight]) => isWeighable(name) && Number.isInteger(weight)));
    const known = order === 'score' ? Object.keys(weighed).length > 0 : order !== null && QUERYABLES.has(order.replace(/^-/, ''));
    return { text, fault, need: fault ? null : needOf(text), question: { filter: text, kind, weights: weighed, order: known ? order : null } };
  }, [written, kind, weights, order]);
}

/** The need as it is now, outside of rendering. */
const needNow = (): Need => {
  const text = urlState().need ?? '';
  return faultOf(text) ? ANYTHING : needOf(text);
};

/** Tuning is no step in history; `step` makes it one. */
export function changeNeed(change: (need: Need) => Need, { step = false } = {}): void {
  navigate({ need: filterOf(change(needNow())) || null }, { replace: !step });
}

/** Any expression, as it is written: a step in history. */
export const askFilter = (filter: string): void => navigate({ need: filter.trim() || null });
export const askKind = (land: LandKind | null): void => navigate({ land }, { replace: true });
export const clearAll = (): void => navigate({ need: null, land: null, weights: {}, order: null });

export function setWeight(name: string, weight: number): void {
  navigate(({ weights: { [name]: _old, ...others } }) => {
    const weights = weight > 0 ? { ...others, [name]: weight } : others;
    return { weights };
  }, { replace: true });
}

/** Land that is searched is seen on the map, unless the link says which layers are on. */
export function showLand(): void {
  const { layers } = urlState();
  if (layers === null) navigate((now) => ({ layers: printLayers(new Set([...visibleLayers(now), 'investment-sites', 'municipal-parcels'])) }), { replace: true });
}
