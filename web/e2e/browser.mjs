/** A headless Chromium for the flows, and what they wait for. `MACHIKADO_URL` says where the server is. */
import { chromium } from 'playwright-core';

export const url = (process.env.MACHIKADO_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
const patience = 120_000;

export const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launch(args = flags) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args,
  });
}

export const desk = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** A page at a path, with what went wrong on it collected in `faults`. */
export async function open(browser, path, options = desk) {
  // What is kept for later must not answer for the server here; offline.test.mjs looks at that.
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(url) && !asked.startsWith('blob:') && !asked.startsWith('data:')) {
      faults.push(`left the server: ${asked}`);
    }
  });
  await page.goto(path.startsWith('about:') ? path : url + path);
  return { page, faults, close: () => context.close() };
}

export const cards = (page) => page.locator('#panel ol a[data-id]');

export async function listShown(page) {
  await cards(page).first().waitFor();
}

export async function mapDrawn(page) {
  await page.waitForSelector('.map [data-drawn=true], .map[data-drawn=true]');
}

/** The number in the list's heading. */
export async function total(page) {
  const text = await page.locator('.count strong').innerText();
  return Number(text.replace(/[^\d]/g, ''));
}

/** Waits until the list's heading says another number. */
export async function totalOtherThan(page, before) {
  await page.waitForFunction(
    (was) => {
      const text = document.querySelector('.count strong')?.textContent ?? '';
      return text !== '' && Number(text.replace(/[^\d]/g, '')) !== was;
    },
    before,
    { timeout: patience },
  );
  return total(page);
}
