/** The investor's search as composed from rooms that do not know each other: the search, how much may be built on what it assembles, and keeping it. */
import { LandPanel } from './land-search/land-panel.tsx';
import { CapacitySlot } from './panels/capacity-slot.tsx';
import { SaveSearch } from './watch/save-search.tsx';

const Capacity = ({ parcels }: { readonly parcels: readonly string[] }) => <CapacitySlot key={parcels.join()} subject={{ parcels }} open />;

export const LandTool = () => <LandPanel Capacity={Capacity} Saved={SaveSearch} />;
