/** A group that unfolds: open at once when something in it is set, and afterwards as the reader leaves it. */
import { type ReactNode, useEffect, useState } from 'react';
import styles from './filters.module.css';

interface Props {
  readonly title: ReactNode;
  /** Something in it is set. */
  readonly active: boolean;
  readonly children: ReactNode;
}

export function Fold({ title, active, children }: Props) {
  const [open, setOpen] = useState(active);
  // What is taken back in it does not shut it over the one who does so.
  useEffect(() => { if (active) setOpen(true); }, [active]);
  return <details className={styles.group} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}><summary>{title}</summary><div>{children}</div></details>;
}
