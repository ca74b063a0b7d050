import '../ui/base.css';
import './offer.css';
import { mount } from 'svelte';
import OfferApp from './OfferApp.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('offer.html has an element #app');
mount(OfferApp, { target });
void import('@fontsource-variable/noto-sans-jp/wght.css');
