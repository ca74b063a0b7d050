/** No fault that axe can find, in each view, by day and by night; and the keyboard reaches the list. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { desk, launch, listShown, open, phone, url } from './browser.mjs';
import { linkIn, mailTo } from './mail.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

const { items } = await (await fetch(`${url}/api/v1/listings?limit=4`)).json();
const asked = items[0].id;
const views = {
  'the list': '/',
  'the filters': '/?open=filters',
  'the layers': '/?open=layers',
  'a listing': `/listing/${items[0].id}`,
  'a street': `/street/${items[0].street?.id ?? ''}`,
  'a place': `/?place=${items[0].place.lon},${items[0].place.lat}`,
  'the page about the data': '/about',
  'the list with a business': '/?use=factory&use_area=120&show=allowed',
  'a listing with a business': `/listing/${items[0].id}?use=izakaya_bar&use_area=60`,
  'a place with a business': `/?place=${items[0].place.lon},${items[0].place.lat}&use=bakery_workshop&lang=easy`,
  'the layers with a business': '/?open=layers&use=cafe_restaurant&lang=en',
  'how verdicts come about': '/method',
  'favourites while there are none': '/favourites',
  'favourites from another device': `/favourites?ids=${items.map((item) => item.id).join(',')}`,
  'a comparison': `/compare?ids=${items.map((item) => item.id).join(',')}`,
  'a comparison of nothing': '/compare',
  'a question to an owner': `/listing/${asked}?open=ask&use=cafe_restaurant`,
  'a question to the ward': `/listing/${asked}?open=consult`,
  'a report': `/listing/${asked}?open=report`,
  'a search to be watched': '/?open=watch',
  'the cards of who looks for premises': '/wanted?demand=1',
  'a card that has ended': '/wanted/0c8x4n2k7zq',
  'a card to be written': '/wanted?open=card',
  'a page that is not there': '/nowhere',
  'the list in English': '/?lang=en',
  'the list in plain Japanese': '/?lang=easy',
};

describe('axe finds nothing', () => {
  for (const [name, path] of Object.entries(views)) {
    for (const [device, options] of Object.entries({
      desk,
      phone,
      'desk at night': { ...desk, colorScheme: 'dark' },
    })) {
      it(`in ${name}, ${device}`, async () => {
        const { page, close } = await open(browser, path, options);
        try {
          await page.locator('#panel h1, #panel h2').first().waitFor({ state: 'attached' });
          await page.waitForTimeout(600);
          assert.deepEqual(await violations(page), []);
        } finally {
          await close();
        }
      });
    }
  }
});

describe('axe finds nothing on the pages that links in mails lead to', () => {
  it('from the confirmation of a card to its end', async () => {
    const email = 'reader@founder.example';
    await fetch(`${url}/api/v1/wanted`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: '読み上げで試す店', words: '二行の\n内容', email }),
    });
    const { page, close } = await open(browser, 'about:blank', phone);
    const clean = async (path) => {
      if (path !== undefined) await page.goto(url + path);
      await page.locator('h1').waitFor();
      assert.deepEqual(await violations(page), [], page.url());
    };
    try {
      await clean(linkIn(await mailTo(email), 'card/confirm'));
      await page.getByRole('button', { name: '確認する' }).click();
      await clean();
      await clean(linkIn(await mailTo('desk@ward.example', '読み上げで試す店'), 'card/review'));
      await page.getByRole('button', { name: '公開する' }).click();
      await clean();
      await clean(linkIn(await mailTo(email, 'card/mine'), 'card/mine'));
      await page.getByRole('button', { name: 'カードを取り下げる' }).click();
      await clean();
      await clean('/card/mine/nothing');
    } finally {
      await close();
    }
  });
});

describe('the keyboard', () => {
  it('skips to the list and opens what has the focus', async () => {
    const { page, close } = await open(browser, '/', desk);
    try {
      await listShown(page);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.className.includes('skip')), true);
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'panel');
      for (let i = 0; i < 6; i += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.hasAttribute('data-id'))) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL('**/listing/**');
    } finally {
      await close();
    }
  });
});
