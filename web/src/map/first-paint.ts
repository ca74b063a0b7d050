/**
 * Waits until the page has shown something, so that heavy work does not keep a person before an empty
 * window; never longer than `patienceMs`, for a tab in the background paints nothing.
 */
const patienceMs = 600;

export function firstPaint(): Promise<void> {
  return new Promise((painted) => {
    const timer = setTimeout(painted, patienceMs);
    new PerformanceObserver((entries, observer) => {
      if (entries.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      clearTimeout(timer);
      painted();
    }).observe({ type: 'paint', buffered: true });
  });
}
