import '../ui/base.css';
import { mount } from 'svelte';
import LedgerPage from './LedgerPage.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('ledger.html has an element #app');
mount(LedgerPage, { target });
void import('@fontsource-variable/noto-sans-jp/wght.css');
