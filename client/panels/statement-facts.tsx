/** Facts of a statement: as rows, or run together in small type. Label and value stand in the page as they are told (`data-label`, `data-value`). */
import type { ReactNode } from 'react';
import type { Fact } from '../../domain/contract/statement.ts';
import { WORDS } from '../../domain/statement/words.ts';
import { useLanguage } from '../i18n/language.ts';
import { parseSelection } from '../selection/selection.ts';
import { ObjectLink } from './object-link.tsx';
import panel from './panels.module.css';
import styles from './statement.module.css';

/** Attributes that say which fact an element shows. */
export const told = ({ label, value }: Fact) => ({ 'data-label': label, 'data-value': value });

/** The facts with these labels, in their order, and all others. */
export function pickFacts(facts: readonly Fact[], labels: readonly string[]): { readonly picked: readonly (Fact | undefined)[]; readonly rest: readonly Fact[] } {
  return { picked: labels.map((label) => facts.find((fact) => fact.label === label)), rest: facts.filter(({ label }) => !labels.includes(label)) };
}

/** Where a statement leads: to an object of this map, else out of it; words without an address stay words. */
export function StatementLink({ href, className, children }: { readonly href: string | undefined; readonly className?: string | undefined; readonly children: ReactNode }) {
  if (!href) return <span className={className}>{children}</span>;
  if (/^https?:/.test(href)) return <a href={href} className={className} rel="noopener noreferrer">{children}</a>;
  const selection = parseSelection(href);
  return selection.kind === 'one' ? <ObjectLink object={selection.object} className={className}>{children}</ObjectLink> : <a href={href} className={className}>{children}</a>;
}

interface Props { readonly facts: readonly Fact[] }

export function FactRows({ facts }: Props) {
  if (facts.length === 0) return null;
  return (
    <dl className={panel.rows}>
      {facts.map((fact) => (
        <div key={`${fact.label} ${fact.value}`} {...told(fact)}>
          <dt>{fact.label}</dt>
          <dd><StatementLink href={fact.href}>{fact.value}</StatementLink>{fact.note && <small>{fact.note}</small>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Small type, one after the other; what the act does not set is named together at the end. `short`: label → a shorter word for it, where space is dear. */
export function FactRun({ facts, short = {} }: Props & { readonly short?: Readonly<Record<string, string>> }) {
  const words = WORDS[useLanguage()];
  const unset = facts.filter(({ value }) => value === words.notSet);
  const set = unset.length > 1 ? facts.filter(({ value }) => value !== words.notSet) : facts;
  return (
    <>
      {set.length > 0 && (
        <dl className={styles.run}>
          {set.map((fact) => (
            <div key={`${fact.label} ${fact.value}`} {...told(fact)}>
              <dt title={fact.label}>{short[fact.label] ?? fact.label}:</dt> <dd><StatementLink href={fact.href}>{fact.value}</StatementLink>{fact.note && <small> ({fact.note})</small>}</dd>
            </div>
          ))}
        </dl>
      )}
      {unset.length > 1 && <p className={styles.run}>{words.notSet}: {unset.map((fact, at) => <span key={fact.label} {...told(fact)}>{at > 0 && ', '}{short[fact.label] ?? fact.label.toLocaleLowerCase()}</span>)}</p>}
    </>
  );
}
