/** Grey lines where facts will stand, so that the panel does not jump when they arrive. */
import { Fragment } from 'react';
import { Loading } from '../ui/notice.tsx';
import styles from './panels.module.css';

export function Skeleton({ lines }: { readonly lines: number }) {
  return (
    <div className={styles.skeleton}>
      <span className="unseen"><Loading /></span>
      {Array.from({ length: lines }, (_, at) => <Fragment key={at}><i style={{ width: `${[92, 64, 78, 48, 86][at % 5]}%` }} /></Fragment>)}
    </div>
  );
}
