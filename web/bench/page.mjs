/**
 * How long the page keeps people waiting: the first view with a cold cache, and every kind of step after it, from the
 * press to the next frame (Event Timing, the measure behind INP). `MACHIKADO_URL` says where the server is.
 * Only medians of several rounds are told; a browser without a graphics card draws the map in software.
 */
import { desk, launch, listShown, open, phone, url } from '../e2e/browser.mjs';

const rounds = Number(process.env.ROUNDS ?? 5);
const browser = await launch();
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Milliseconds from the start of navigation: first paint of content, the largest part painted (LCP), the first card of
 * the list, all of the map.
 */
async function firstView(options) {
  const { page, close } = await open(browser, '/', options);
  await listShown(page);
  const list = await page.evaluate(() => performance.now());
  await page.waitForSelector('[data-drawn=true]');
  const rest = await page.evaluate(() => {
    const drawn = performance.now();
    return new Promise((resolve) => {
      new PerformanceObserver((found) => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
        resolve({ paint, largest: found.getEntries().at(-1).startTime, map: drawn });
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
  });
  await close();
  return { list, ...rest };
}

const steps = {
  'a letter in the search box': async (page) => {
    await page.locator('input[aria-controls=find-list]').focus();
    return () => page.keyboard.press('k');
  },
  'a filter on': async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('#panel').focus();
    return () => page.locator('.chips .chip:not(.on):not(.open)').nth(1).click();
  },
  'a filter off': async (page) => () => page.locator('.chips .chip.on').first().click(),
  'the filters open': async (page) => () => page.locator('.chips .open').click(),
  'a kind chosen': async (page) => () =>
    page.locator('#panel fieldset input[type=checkbox]').first().click({ force: true }),
  'the filters closed': async (page) => () => page.locator('#panel .top .icon').click(),
  'a listing opened': async (page) => {
    await listShown(page);
    return () => page.locator('#panel ol a[data-id]').nth(1).click();
  },
  'back to the list': async (page) => () => page.locator('#panel .bar button').first().click(),
  'another order': async (page) => {
    await listShown(page);
    return () => page.locator('#panel .head select').selectOption('rent');
  },
};

/** The longest wait for a frame of each step, milliseconds; below 16 it is told as 16. */
async function interactions(options) {
  const { page, close } = await open(browser, '/', options);
  await listShown(page);
  await page.waitForSelector('[data-drawn=true]');
  await page.evaluate(() => {
    globalThis.waits = [];
    // What moves under a pointer that rests is no interaction.
    const heard = (list) => list.getEntries().filter(({ interactionId }) => interactionId > 0);
    new PerformanceObserver((list) =>
      globalThis.waits.push(...heard(list).map(({ duration }) => duration)),
    ).observe({
      type: 'event',
      durationThreshold: 16,
    });
  });
  const waits = {};
  for (const [name, prepare] of Object.entries(steps)) {
    const act = await prepare(page);
    await page.waitForTimeout(900);
    await page.evaluate(() => globalThis.waits.splice(0));
    await act();
    await page.waitForTimeout(900);
    waits[name] = await page.evaluate(() => Math.max(16, ...globalThis.waits));
  }
  await close();
  return waits;
}

for (const [device, options] of Object.entries({ desk, phone })) {
  const views = [];
  for (let i = 0; i < rounds; i += 1) views.push(await firstView(options));
  const told = (name) => `${(median(views.map((view) => view[name])) / 1000).toFixed(2)} s`;
  console.log(
    `${device}: first paint ${told('paint')}, largest paint ${told('largest')}, list ${told('list')}, map drawn ${told('map')}`,
  );
  const all = [];
  for (let i = 0; i < rounds; i += 1) all.push(await interactions(options));
  for (const name of Object.keys(steps)) {
    const waits = all.map((one) => one[name]);
    console.log(`${device}: ${name}: ${median(waits)} ms (longest ${Math.max(...waits)} ms)`);
  }
}
await browser.close();
