/** View ↔ URL: two pure functions that undo each other. */
import { idPattern, idsFrom, mostCompared, mostKept } from '../keep/kept';
import { areaFrom, areaParameters } from './area';
import { businessFrom, businessPairs } from './business';
import { filterFrom, filterParameters } from './filter';
import { type Camera, type Drawer, firstView, type LonLat, type Subject, type View, written } from './view';
import { areaUnits, languages, oneOf, overlays, sorts } from './vocabulary';

const drawers = ['closed', 'filters', 'area', 'layers', ...written] as const satisfies readonly Drawer[];

/** Path and query of a view. What is as at first is left out, so that plain views have plain URLs. */
export function urlOf(view: View): string {
  const { subject } = view;
  const pairs: [string, string][] = [];
  if (subject.is === 'place') pairs.push(['place', `${degrees(subject.at.lon)},${degrees(subject.at.lat)}`]);
  if ('ids' in subject && subject.ids.length > 0) pairs.push(['ids', subject.ids.join(',')]);
  if (view.camera !== null) pairs.push(['at', cameraText(view.camera)]);
  pairs.push(...areaParameters(view.area), ...businessPairs(view.business), ...filterParameters(view.filter));
  if (view.sort !== firstView.sort) pairs.push(['sort', view.sort]);
  if (view.hidden.length > 0) pairs.push(['hide', view.hidden.join(',')]);
  if (view.demand) pairs.push(['demand', '1']);
  if (view.basemap !== firstView.basemap) pairs.push(['base', view.basemap]);
  if (view.unit !== firstView.unit) pairs.push(['unit', view.unit]);
  if (view.drawer !== 'closed') pairs.push(['open', view.drawer]);
  if (view.language !== null) pairs.push(['lang', view.language]);
  const query = pairs.map(([name, value]) => `${name}=${readable(value)}`).join('&');
  return query === '' ? pathOf(subject) : `${pathOf(subject)}?${query}`;
}

/** The view a URL stands for. Anything unknown in the query falls back to the first view. */
export function viewOf(url: URL): View {
  const query = url.searchParams;
  const hidden = new Set((query.get('hide') ?? '').split(','));
  const subject = subjectOf(url.pathname, query);
  const drawer = oneOf(drawers, query.get('open')) ?? 'closed';
  return {
    camera: cameraOf(query.get('at')),
    subject,
    drawer: fits(drawer, subject) ? drawer : 'closed',
    area: areaFrom(query),
    filter: filterFrom(query),
    business: businessFrom(query),
    sort: oneOf(sorts, query.get('sort')) ?? firstView.sort,
    hidden: overlays.filter((overlay) => hidden.has(overlay)),
    demand: query.get('demand') === '1',
    basemap: /^[a-z0-9_-]{1,40}$/.test(query.get('base') ?? '')
      ? (query.get('base') ?? firstView.basemap)
      : firstView.basemap,
    language: oneOf(languages, query.get('lang')),
    unit: oneOf(areaUnits, query.get('unit')) ?? firstView.unit,
  };
}

/** Questions and reports are about a listing, replies about a card; there must be one. */
function fits(drawer: Drawer, subject: Subject): boolean {
  if (drawer === 'reply') return subject.is === 'wanted' && subject.id !== null;
  return subject.is === 'listing' || !['ask', 'consult', 'report'].includes(drawer);
}

function pathOf(subject: Subject): string {
  switch (subject.is) {
    case 'listing':
    case 'street':
      return `/${subject.is}/${subject.id}`;
    case 'about':
    case 'method':
    case 'favourites':
    case 'compare':
      return `/${subject.is}`;
    case 'wanted':
      return subject.id === null ? '/wanted' : `/wanted/${subject.id}`;
    case 'nowhere':
      return subject.path;
    case 'list':
    case 'place':
      return '/';
  }
}

function subjectOf(path: string, query: URLSearchParams): Subject {
  if (path === '/' || path === '/index.html') {
    const at = lonLatOf(query.get('place'));
    return at === null ? { is: 'list' } : { is: 'place', at };
  }
  if (path === '/about' || path === '/method') return { is: path === '/about' ? 'about' : 'method' };
  if (path === '/favourites') return { is: 'favourites', ids: idsFrom(query.get('ids'), mostKept) };
  if (path === '/compare') return { is: 'compare', ids: idsFrom(query.get('ids'), mostCompared) };
  if (path === '/wanted') return { is: 'wanted', id: null };
  const [, kind, id = '', ...rest] = path.split('/');
  if (
    (kind === 'listing' || kind === 'street' || kind === 'wanted') &&
    idPattern.test(id) &&
    rest.length === 0
  ) {
    return { is: kind, id };
  }
  return { is: 'nowhere', path };
}

function cameraText({ lon, lat, zoom }: Camera): string {
  return `${degrees(lon)},${degrees(lat)},${Number(zoom.toFixed(2))}`;
}

function cameraOf(text: string | null): Camera | null {
  const [lon, lat, zoom, ...rest] = numbers(text);
  if (lon === undefined || lat === undefined || zoom === undefined || rest.length > 0) return null;
  return onEarth({ lon, lat }) && zoom >= 0 && zoom <= 24 ? { lon, lat, zoom } : null;
}

function lonLatOf(text: string | null): LonLat | null {
  const [lon, lat, ...rest] = numbers(text);
  if (lon === undefined || lat === undefined || rest.length > 0) return null;
  return onEarth({ lon, lat }) ? { lon, lat } : null;
}

function numbers(text: string | null): number[] {
  if (text === null || text === '') return [];
  const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return values.every(Number.isFinite) ? values : [];
}

function onEarth({ lon, lat }: LonLat): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Five decimals: about a metre. */
function degrees(value: number): number {
  return Number(value.toFixed(5));
}

/** Percent-encodes what must be, and leaves commas and semicolons readable. */
function readable(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3B', ';');
}
