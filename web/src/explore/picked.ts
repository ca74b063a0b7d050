/** What stands out on the map: the chosen listing, street or place, and what is pointed at. Pure. */
import type { ListingBody, ListingSummary, Price, StreetBody } from '../api/client';
import type { Subject } from '../state/view';

export interface Chosen {
  readonly subject: Subject;
  readonly listing: ListingBody | null;
  readonly street: StreetBody | null;
  readonly hovered: ListingSummary | null;
  /** The verdict on the chosen listing, where a business is chosen too. */
  readonly verdict: ListingSummary['verdict'];
}

export function pickedFeatures({
  subject,
  listing,
  street,
  hovered,
  verdict,
}: Chosen): GeoJSON.FeatureCollection {
  const features: GeoJSON.Feature[] = [];
  if (subject.is === 'place') features.push(point(subject.at, {}));
  if (subject.is === 'street' && street?.id === subject.id) {
    features.push({
      type: 'Feature',
      properties: {},
      geometry: street.geometry as unknown as GeoJSON.Geometry,
    });
  }
  if (hovered !== null && !(subject.is === 'listing' && subject.id === hovered.id)) {
    features.push(premises(hovered, hovered.rent));
  }
  if (subject.is === 'listing' && listing?.id === subject.id) {
    features.push(premises({ ...listing, verdict }, listing.terms.rent));
  }
  return { type: 'FeatureCollection', features };
}

function premises(
  of: Pick<ListingSummary, 'id' | 'kind' | 'place' | 'verdict'>,
  rent: Price,
): GeoJSON.Feature {
  return point(of.place, {
    id: of.id,
    kind: of.kind,
    ...(of.verdict ? { verdict: of.verdict } : {}),
    ...(rent.state === 'amount' ? { rent: rent.yen } : {}),
  });
}

function point(at: { lon: number; lat: number }, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [at.lon, at.lat] } };
}
