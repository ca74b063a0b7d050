/** A listing in full as the short form that cards show. Pure. */
import type { ListingBody, ListingSummary } from '../api/client';

export function summaryOf(body: ListingBody): ListingSummary {
  const { terms, premises } = body;
  const zone = body.zones[0];
  return {
    id: body.id,
    kind: body.kind,
    title: body.title,
    address: body.address,
    place: body.place,
    pin: body.pin,
    rent: terms.rent,
    tax: terms.tax,
    rent_per_tsubo_yen: terms.rent_per_tsubo_yen,
    first_payment_yen: terms.first_payment_yen,
    area: premises.area,
    storeys: premises.storeys,
    condition: premises.condition,
    cooking: premises.cooking,
    lease: terms.lease,
    handover: body.handover,
    offered_by: body.offered_by,
    freshness: body.freshness,
    zone: zone === undefined ? null : { ...zone },
    street: body.street,
    station: body.station,
    town: body.town,
    distance_m: null,
    verdict: null,
    cover: body.photos[0] ?? null,
    synthetic: body.synthetic,
  };
}
