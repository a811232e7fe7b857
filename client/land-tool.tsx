/** The investor's search as composed from rooms that do not know each other: the search, and how much may be built on what it assembles. */
import { LandPanel } from './land-search/land-panel.tsx';
import { CapacitySlot } from './panels/capacity-slot.tsx';

const Capacity = ({ parcels }: { readonly parcels: readonly string[] }) => <CapacitySlot key={parcels.join()} subject={{ parcels }} open />;
const Saved = () => null;

export const LandTool = () => <LandPanel Capacity={Capacity} Saved={Saved} />;
