import './ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { prepareListing } from './listing/ListingPart.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has an element #app');
mount(App, { target });

// The page is readable in the system's font at once; its own follows, slice by slice, when the map is drawn.
const ownFont = () => void import('@fontsource-variable/noto-sans-jp/wght.css');
const patienceMs = 5000;
const timer = setTimeout(ownFont, patienceMs);
addEventListener(
  'machikado:drawn',
  () => {
    clearTimeout(timer);
    ownFont();
    void prepareListing();
  },
  { once: true },
);
