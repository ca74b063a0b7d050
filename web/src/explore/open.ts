/** Steps that several parts of the page take. */
import type { ListingSummary } from '../api/client';
import { navigation } from '../state/navigation.svelte';
import type { Subject } from '../state/view';
import { session } from './session.svelte';

/** Leaves a click alone that asks for a new tab. */
export function isPlainClick(event: MouseEvent): boolean {
  return !(event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0);
}

export function openListing(event: MouseEvent, listing: Pick<ListingSummary, 'id' | 'place'>) {
  if (!isPlainClick(event)) return;
  event.preventDefault();
  openSubject({ is: 'listing', id: listing.id });
}

export function openSubject(subject: Subject) {
  if (session.sheet === 'peek') session.sheet = 'half';
  session.hovered = null;
  navigation.go({ subject, drawer: 'closed' });
}

export function follow(subject: Subject) {
  return (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    openSubject(subject);
  };
}
