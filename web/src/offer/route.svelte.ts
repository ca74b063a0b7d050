/** Which of the pages is shown; all of it is in the URL. */
import { oneOf } from '../state/vocabulary';
import { type Step, steps } from './fields';

export type Route =
  | { readonly is: 'offers' }
  | { readonly is: 'account' }
  | { readonly is: 'sheet' }
  | { readonly is: 'offer'; readonly id: string; readonly step: Step | null }
  | { readonly is: 'queue' }
  | { readonly is: 'review'; readonly id: string };

export function routeOf(url: URL): Route {
  const [, page, id] = url.pathname.split('/');
  if (page === 'moderate') return id ? { is: 'review', id } : { is: 'queue' };
  if (id) return { is: 'offer', id, step: oneOf(steps, url.searchParams.get('step')) };
  if (url.searchParams.has('sheet')) return { is: 'sheet' };
  return url.searchParams.has('account') ? { is: 'account' } : { is: 'offers' };
}

export function pathOf(route: Route): string {
  switch (route.is) {
    case 'offers':
      return '/offer';
    case 'account':
      return '/offer?account';
    case 'sheet':
      return '/offer?sheet';
    case 'offer':
      return `/offer/${route.id}${route.step === null ? '' : `?step=${route.step}`}`;
    case 'queue':
      return '/moderate';
    case 'review':
      return `/moderate/${route.id}`;
  }
}

class Router {
  route: Route = $state.raw(routeOf(new URL(location.href)));

  go(route: Route) {
    history.pushState(null, '', pathOf(route));
    this.route = route;
    scrollTo(0, 0);
  }

  /** Follows a link to one of these pages without loading anything; leaves others to the browser. */
  follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link === null || !plain || link.target !== '' || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || !/^\/(offer|moderate)(\/|$)/.test(link.pathname)) return;
    event.preventDefault();
    this.go(routeOf(new URL(link.href)));
  };

  /** Listens to Back and Forward; returns the way to stop. */
  listen(): () => void {
    const read = () => {
      this.route = routeOf(new URL(location.href));
    };
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }
}

export const router = new Router();
