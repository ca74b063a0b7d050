/** Everything behind the gate, in one piece. */
export { default as CompareView } from '../compare/CompareView.svelte';
export { default as Tray } from '../compare/Tray.svelte';
export { announce } from './announce';
export { default as FavouritesView } from './FavouritesView.svelte';
export { speakKeep } from './words.svelte';
