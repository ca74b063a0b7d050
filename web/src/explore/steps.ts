/** The steps of limits that a person can choose, and the server counts. */
import type { Steps } from '../api/client';
import { tsuboToM2 } from '../i18n/format';
import type { AreaUnit } from '../state/vocabulary';

const rent = [30, 50, 80, 100, 150, 200, 250, 300, 400, 500, 800, 1000].map((thousand) => thousand * 1000);
const area: Readonly<Record<AreaUnit, readonly number[]>> = {
  m2: [10, 20, 30, 40, 50, 70, 100, 150, 200, 300],
  tsubo: [3, 5, 10, 15, 20, 30, 50, 100].map((tsubo) => Number(tsuboToM2(tsubo).toFixed(2))),
};
const perUnit: Readonly<Record<AreaUnit, Steps>> = {
  m2: { rent, area: area.m2 },
  tsubo: { rent, area: area.tsubo },
};

/** Yen a month, and square metres that are round in the unit. */
export function steps(unit: AreaUnit): Steps {
  return perUnit[unit];
}

/** Minutes on foot to the nearest station. */
export const walkLimits = [3, 5, 10, 15, 20] as const;
