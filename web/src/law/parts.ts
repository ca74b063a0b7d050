/** Everything behind the gate, in one piece. */
export { default as BusinessPanel } from './BusinessPanel.svelte';
export { default as Follower } from './Follower.svelte';
export { default as HereVerdict } from './HereVerdict.svelte';
export { default as MethodView } from './MethodView.svelte';
export { law } from './session.svelte';
export { default as UseFinder } from './UseFinder.svelte';
export { default as VerdictLegend } from './VerdictLegend.svelte';
export { default as VerdictMark } from './VerdictMark.svelte';
export { default as WhatFits } from './WhatFits.svelte';
export { speakLaw } from './words.svelte';
