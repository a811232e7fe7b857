/** A sheet at the right that stands for long: the map shows what it is asked to show beside it. */
import { useEffect } from 'react';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { setCovered } from './camera.ts';

/** The sheet, its margins and the column of controls, px. */
const COVERED_PX = 410;

/** As long as the component stands; on a phone sheets come from below, where the panel is. */
export function useSheetAtRight(): void {
  const phone = useMedia(PHONE);
  useEffect(() => {
    if (phone) return;
    setCovered({ right: COVERED_PX });
    return () => setCovered({ right: 0 });
  }, [phone]);
}
