/** What choosing something in the search box does: go there and search there, or open it. */
import { placeNames } from '../area/names.svelte';
import { openSubject } from '../explore/open';
import { session } from '../explore/session.svelte';
import { gate } from '../law/gate.svelte';
import type { Area } from '../state/area';
import { navigation } from '../state/navigation.svelte';
import type { Offer } from './offers';

const stationMinutes = 10;
const addressMetres = 300;
const placeZoom = 15;

export function choose(offer: Offer) {
  if (offer.kind === 'listing') {
    if (offer.id !== null && offer.id !== undefined) openSubject({ is: 'listing', id: offer.id });
  } else if (offer.kind === 'use') {
    if (offer.use) void chooseUse(offer.use);
  } else {
    const area = areaOf(offer);
    if (area !== null) searchIn(area, offer);
  }
}

/** The law's part remembers the floor area and asks what is left to ask. */
async function chooseUse(use: string) {
  await gate.open();
  navigation.amend({ subject: { is: 'list' }, drawer: 'closed' });
  gate.parts?.law.choose(use);
}

function areaOf(offer: Offer): Area | null {
  switch (offer.kind) {
    case 'station':
      return offer.id ? { is: 'station', id: offer.id, minutes: stationMinutes } : null;
    case 'town':
      return offer.towns.length > 0 ? { is: 'towns', ids: offer.towns } : null;
    case 'street':
      return offer.id ? { is: 'streets', ids: [offer.id] } : null;
    case 'address': {
      const [lon, lat] = offer.place ?? [];
      return lon === undefined || lat === undefined
        ? null
        : { is: 'circle', centre: { lon, lat }, metres: addressMetres };
    }
    case 'use':
    case 'listing':
      return null;
  }
}

function searchIn(area: Area, { id, name, bounds, place, zoom }: Offer) {
  if (id) placeNames.remember(id, name);
  session.hovered = null;
  const filter = { ...navigation.view.filter, text: '' };
  navigation.go({ area, filter, subject: { is: 'list' }, drawer: 'closed' });
  const [west, south, east, north] = bounds ?? [];
  if (west !== undefined && south !== undefined && east !== undefined && north !== undefined) {
    session.map?.fit([west, south, east, north], 17);
  } else if (place) {
    const [lon = 0, lat = 0] = place;
    session.map?.visit({ lon, lat }, Math.max(placeZoom, Math.min(zoom ?? placeZoom, 16)));
  }
}
