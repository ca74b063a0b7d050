/** Puts the sheet beside the application, where only paper shows it; prints when asked. */
import { flushSync, mount, tick, unmount } from 'svelte';
import type { ListingBody } from '../api/client';
import PrintSheet from './PrintSheet.svelte';
import { sheet } from './sheet.svelte';

let laid: Record<string, unknown> | null = null;

/** From now on this is what is printed. */
export function lay(listing: ListingBody): void {
  laid ??= mount(PrintSheet, { target: document.body });
  void sheet.prepare(listing);
}

/** From now on the page itself is what is printed. */
export function takeAway(): void {
  sheet.clear();
  if (laid !== null) void unmount(laid);
  laid = null;
}

/** Prints once the map is drawn, or without it where that takes too long. */
export async function printNow(listing: ListingBody): Promise<void> {
  await Promise.all([sheet.prepare(listing), sheet.drawMap()]);
  flushSync();
  await tick();
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.print-sheet img')];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  print();
}
