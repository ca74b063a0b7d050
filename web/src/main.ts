import './ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { prepareListing } from './listing/ListingPart.svelte';
import { shown } from './offline/shown.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has an element #app');
mount(App, { target });

// The page is readable in the system's font at once; its own follows, slice by slice, when the map is drawn.
// So does what will be wanted next, and what keeps the page readable without the server.
const later = () => {
  void import('@fontsource-variable/noto-sans-jp/wght.css');
  void prepareListing();
  void import('./offline/register').then(
    ({ keepForOffline }) =>
      keepForOffline(() => {
        shown.outdated = true;
      }),
    () => undefined,
  );
};
const patienceMs = 5000;
const timer = setTimeout(later, patienceMs);
addEventListener(
  'machikado:drawn',
  () => {
    clearTimeout(timer);
    // Late, it has begun already; each part is fetched once.
    later();
  },
  { once: true },
);
