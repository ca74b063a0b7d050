/** The page without its server: readable as last seen, honest about its age, and renewed by a new build. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cards, desk, launch, listShown, mapDrawn } from './browser.mjs';
import { frontDoor } from './front.mjs';

let browser;
let door;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A page whose worker has what it needs; the door is shut and opened by the flow. */
async function visit(flow, options = desk) {
  door = await frontDoor();
  const context = await browser.newContext({ ...options, serviceWorkers: 'allow' });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  try {
    await page.goto(`${door.url}/`);
    await listShown(page);
    await mapDrawn(page);
    await workerReady(page);
    await flow(page, context);
  } finally {
    await context.close();
    await door.close();
  }
}

/** Until the worker holds what was seen. Asked again and again: a promise is no answer to `waitForFunction`. */
async function workerReady(page) {
  const ready = () =>
    page.evaluate(async () => {
      if (navigator.serviceWorker.controller?.state !== 'activated') return false;
      const kept = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);
      const answers = await kept('machikado-answers');
      return (
        answers.some((asked) => asked.includes('/listings?')) && (await kept('machikado-tiles')).length > 2
      );
    });
  while (!(await ready())) await page.waitForTimeout(250);
}

describe('without the server', () => {
  it('a reload shows the last list and map, and since when', () =>
    visit(async (page) => {
      const first = await cards(page).first().getAttribute('data-id');
      const number = await cards(page).count();
      door.shut();
      // The browser reports the request it had sent ahead as failed; what counts is what is shown.
      await page.reload().catch(() => undefined);
      await listShown(page);
      assert.equal(await cards(page).first().getAttribute('data-id'), first);
      assert.equal(await cards(page).count(), number);
      await page.getByText(/つながっていません。\d+月\d+日 \d+:\d\dに読み込んだ内容/).waitFor();
      await mapDrawn(page);
      assert.ok(Number(await page.getAttribute('[data-marks]', 'data-marks')) > 5);
    }));

  it('a page never opened before says that it cannot be reached, and comes when the server is back', () =>
    visit(async (page) => {
      const card = cards(page).nth(2);
      const id = await card.getAttribute('data-id');
      door.shut();
      await card.click();
      await page.getByText('つながっていません', { exact: true }).waitFor();
      door.open();
      await page.getByRole('button', { name: 'もう一度読み込む' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      assert.match(page.url(), new RegExp(id));
    }));

  it('favourites kept on the device are still named', () =>
    visit(async (page) => {
      const title = await cards(page).first().locator('.title').innerText();
      await page.locator('#panel ol button.favourites').first().click();
      door.shut();
      await page.goto(`${door.url}/favourites`);
      await page.getByText(title).waitFor();
    }));
});

describe('a new build', () => {
  it('takes over at once, and the page of the build before goes on working', () =>
    visit(async (page, context) => {
      const shells = () =>
        page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('shell')));
      const [before] = await shells();
      door.rebuild('0123456789ab');
      const other = await context.newPage();
      await other.goto(`${door.url}/about`);
      await other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      await page.getByText('新しい版があります').waitFor();
      assert.deepEqual(await shells(), [before, 'machikado-shell-0123456789ab']);
      // A part of the build before that was never fetched: its file is still at hand.
      door.shut();
      await page.getByRole('link', { name: /お気に入り/ }).click();
      await page.getByRole('heading', { level: 1, name: 'お気に入り' }).waitFor();
      door.open();
      await page.goto(`${door.url}/`);
      await listShown(page);
      assert.equal(await page.getAttribute('#app', 'data-build'), '0123456789ab');
    }));
});
