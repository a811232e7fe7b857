/** The investor's search as composed from rooms that do not know each other: the search, what can be done with an assembly of parcels, and keeping it. */
import { assemblyRef } from '../domain/investment/land-ref.ts';
import { LandPanel } from './land-search/land-panel.tsx';
import { CapacitySlot } from './panels/capacity-slot.tsx';
import { ShortlistBar } from './shortlist/shortlist-bar.tsx';
import { SaveSearch } from './watch/save-search.tsx';

const Chosen = ({ parcels }: { readonly parcels: readonly string[] }) => <><ShortlistBar land={assemblyRef(parcels)} /><CapacitySlot key={parcels.join()} subject={{ parcels }} open /></>;

export const LandTool = () => <LandPanel Chosen={Chosen} Saved={SaveSearch} />;
