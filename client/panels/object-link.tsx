/** A link to an object: a true address that can be opened in another tab; pressed, it opens here. */
import type { ReactNode } from 'react';
import { type ObjectRef, selectOne } from '../selection/selection.ts';
import { openObject } from '../selection/use-selection.ts';
import { printUrl } from '../url/parameters.ts';
import { useUrl } from '../url/use-url.ts';

interface Props {
  readonly object: ObjectRef;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

export function ObjectLink({ object, children, className }: Props) {
  const state = useUrl();
  const press = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    openObject(object);
  };
  return <a href={printUrl({ ...state, selection: selectOne(object) })} onClick={press} className={className}>{children}</a>;
}
