import 'maplibre-gl/dist/maplibre-gl.css';
import './ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has an element #app');
mount(App, { target });

// The page is readable in the system's font at once; its own arrives slice by slice afterwards.
requestIdleCallback?.(() => void import('@fontsource-variable/noto-sans-jp/wght.css'), { timeout: 2000 });
