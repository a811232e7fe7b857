/** A link to a piece of land of the comparison: to its page, or for parcels taken together to their assembly in the search. */
import type { MouseEvent, ReactNode } from 'react';
import { type LandRef, parcelsOfRef } from '../../domain/investment/land-ref.ts';
import { ObjectLink } from '../panels/object-link.tsx';
import { NOTHING } from '../selection/selection.ts';
import { printUrl } from '../url/parameters.ts';
import { navigate, useUrl } from '../url/use-url.ts';

interface Props {
  readonly land: LandRef;
  readonly children: ReactNode;
}

function AssemblyLink({ land, children }: Props) {
  const state = useUrl();
  const change = { tool: 'land-assemblies', assembly: parcelsOfRef(land).join(','), selection: NOTHING };
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(change);
  };
  return <a href={printUrl({ ...state, ...change })} onClick={press}>{children}</a>;
}

export const LandLink = ({ land, children }: Props) => (land.kind === 'assembly' ? <AssemblyLink land={land}>{children}</AssemblyLink>
  : <ObjectLink object={{ layer: land.kind === 'site' ? 'investment-sites' : 'municipal-parcels', key: land.key }}>{children}</ObjectLink>);
