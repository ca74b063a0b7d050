/** A walk to a station in words: 約 only where no road was measured. Pure. */
import type { components } from '../api/schema';
import type { Messages } from '../i18n/ja';

type NearbyStation = Pick<components['schemas']['NearbyStation'], 'name' | 'walk'>;

export function walkText({ name, walk }: NearbyStation, { detail }: Messages): string {
  const words = walk.method === 'road' ? detail.walk : detail.walkEstimate;
  return words(name, String(walk.minutes));
}

/** How the minutes were come by. */
export function walkNote({ walk }: NearbyStation, { detail }: Messages): string {
  return walk.method === 'road' ? detail.walkNote : detail.walkEstimateNote;
}
