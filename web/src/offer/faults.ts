/** What is wrong with a field, in words. */
import { asOf } from './fields';
import { o } from './words.svelte';

/** What is said of a field that cannot be read, by how it is typed. */
export function unreadable(name: string): string {
  const as = asOf(name);
  if (as === 'yen' || as === 'sum' || as === 'storey') return o().faults[as];
  return as === 'number' || as === 'area' ? o().faults.number : o().faults.other;
}
