/** Whether annotations are on the map: as the address says, else for planners. */
import { useAccount, writesAnnotations } from '../api/session.ts';
import { useUrl } from '../url/use-url.ts';

export function useAnnotationsShown(): boolean {
  const { annotations } = useUrl();
  const account = useAccount();
  return annotations === null ? writesAnnotations(account) : annotations === 'on';
}
