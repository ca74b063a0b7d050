/** How the page is laid out: beside the map on a desk, over it on a phone. */
import type { SheetHeight } from './session.svelte';

/** Height of the search and chips over a phone's map, pixels. */
export const barHeight = 108;
const peekHeight = 118;
const phone = '(max-width: 767px)';

class Layout {
  isPhone = $state(matchMedia(phone).matches);
  height = $state(innerHeight);
  /** Height of the tray at the panel's foot, pixels; 0 while there is none. */
  tray = $state(0);

  /** How high the sheet stands, pixels. */
  sheetPixels(sheet: SheetHeight): number {
    switch (sheet) {
      case 'peek':
        return peekHeight + this.tray;
      case 'half':
        return Math.round(this.height * 0.48);
      case 'full':
        return this.height - 64;
    }
  }

  /** The sheet height nearest to where a finger let go. */
  nearest(pixels: number): SheetHeight {
    const heights: SheetHeight[] = ['peek', 'half', 'full'];
    const distance = (sheet: SheetHeight) => Math.abs(this.sheetPixels(sheet) - pixels);
    return heights.reduce((best, sheet) => (distance(sheet) < distance(best) ? sheet : best));
  }

  /** Follows the window; returns the way to stop. */
  follow(): () => void {
    const query = matchMedia(phone);
    const narrow = () => {
      this.isPhone = query.matches;
    };
    const resized = () => {
      this.height = innerHeight;
    };
    query.addEventListener('change', narrow);
    addEventListener('resize', resized);
    return () => {
      query.removeEventListener('change', narrow);
      removeEventListener('resize', resized);
    };
  }
}

export const layout = new Layout();
