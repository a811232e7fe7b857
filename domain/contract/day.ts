/** A day as it travels: ISO, within the years that registers can speak of. */
import { z } from 'zod';

const DAY = 'must be a day from 1000-01-01 to 2199-12-31, YYYY-MM-DD';

export const Day = z.iso.date(DAY).refine((day) => day >= '1000-01-01' && day <= '2199-12-31', DAY);
