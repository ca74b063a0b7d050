/** What the printed sheet is made of, gathered before it is needed: a printer does not wait. */

import type { ListingBody } from '../api/client';
import { today } from '../explore/clock';
import { pickedFeatures } from '../explore/picked';
import { language } from '../i18n/current.svelte';
import { speakKeep } from '../keep/words.svelte';
import { type VerdictBody, verdictAt } from '../law/api';
import { speakLaw } from '../law/words.svelte';
import { noArea } from '../map/style/area';
import { navigation } from '../state/navigation.svelte';

const patienceMs = 8000;

class Sheet {
  listing: ListingBody | null = $state.raw(null);
  /** The map around the premises as a `data:` URL. */
  picture: string | null = $state.raw(null);
  verdict: VerdictBody | null = $state.raw(null);
  #pictureOf = '';

  /** Everything but the map: cheap enough for each detail that is read. */
  async prepare(listing: ListingBody): Promise<void> {
    if (this.listing?.id !== listing.id) {
      this.picture = null;
      this.verdict = null;
    }
    this.listing = listing;
    const { business } = navigation.view;
    await Promise.all([speakKeep(language()), business === null ? null : speakLaw(language())]);
    if (business === null) {
      this.verdict = null;
      return;
    }
    const signal = AbortSignal.timeout(patienceMs);
    const outcome = await verdictAt(business, { is: 'listing', id: listing.id }, language(), signal);
    if (this.listing?.id === listing.id) this.verdict = outcome.is === 'answered' ? outcome.value : null;
  }

  async drawMap(): Promise<void> {
    const { listing } = this;
    if (listing === null) return;
    const key = `${listing.id} ${language()}`;
    if (this.#pictureOf === key && this.picture !== null) return;
    const { pictureOf } = await import('../map/picture');
    const exact = listing.pin === 'exact';
    const picture = await pictureOf(
      {
        style: {
          scheme: 'light',
          language: language(),
          hidden: [],
          basemap: { is: 'own' },
          filter: [],
          area: noArea,
          origin: location.origin,
          today: today(),
        },
        at: listing.place,
        zoom: exact ? 16 : 15,
        width: 720,
        height: 400,
        marked: pickedFeatures({
          subject: { is: 'listing', id: listing.id },
          listing,
          street: null,
          hovered: null,
          verdict: null,
        }),
      },
      patienceMs,
    );
    if (this.listing?.id !== listing.id) return;
    this.picture = picture;
    this.#pictureOf = key;
  }

  clear() {
    this.listing = null;
    this.picture = null;
    this.verdict = null;
  }
}

export const sheet = new Sheet();
