/** What is asked about the surroundings of a place. */
import { api } from '../api/connection';
import { type Outcome, outcomeOf } from '../api/outcome';
import type { components } from '../api/schema';
import { type Asked, known, where } from '../law/api';
import { answersForPremises, type Business } from '../state/business';

export type SurroundingsBody = components['schemas']['SurroundingsBody'];

/** With a business, the other premises by whether it could open there. */
export function surroundingsOf(
  asked: Asked,
  minutes: number,
  business: Business | null,
  signal: AbortSignal,
): Promise<Outcome<SurroundingsBody>> {
  const plan = business === null ? {} : { use: business.use, ...known(answersForPremises(business)) };
  return outcomeOf(
    api.GET('/api/v1/surroundings', { params: { query: { ...where(asked), minutes, ...plan } }, signal }),
  );
}
