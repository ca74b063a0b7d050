/** The founder's whole way, from the search box to the ward's answer, in each language, at a desk and on a phone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cards, desk, launch, listShown, open, phone, url } from './browser.mjs';
import { linkIn, mailTo } from './mail.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** What people type, and what the page must then say. */
const said = {
  ja: {
    lang: 'ja',
    station: '経堂',
    business: 'カフェ',
    use: 'カフェ・食堂・レストラン',
    sent: 'メールを確かめてください',
  },
  en: {
    lang: 'en',
    station: 'kyodo',
    business: 'cafe',
    use: 'Cafe or restaurant',
    sent: 'Please check your mail',
  },
  easy: { lang: 'ja', station: 'きょうどう', business: 'カフェ', use: '', sent: 'メールを 見て ください' },
};

async function send(page, address, fields) {
  for (const [id, value] of Object.entries(fields)) await page.locator(`#write-${id}`).fill(value);
  await page.locator('#write-email').fill(address);
  await page.locator('form button.primary').click();
}

describe('a founder', () => {
  let visitor = 0;
  for (const [language, words] of Object.entries(said)) {
    for (const [device, size] of Object.entries({ desk, phone })) {
      it(`finds, keeps, asks, watches and posts a card (${language}, ${device})`, async () => {
        visitor += 1;
        // Each is somebody else to the server, which takes only so much from one.
        const options = { ...size, extraHTTPHeaders: { 'x-forwarded-for': `192.0.2.${visitor}` } };
        const { page, faults, close } = await open(browser, `/?lang=${language}`, options);
        const mine = (what) => `${what}-${language}-${device}@founder.example`;
        try {
          await listShown(page);
          assert.equal(await page.evaluate(() => document.documentElement.lang), words.lang);

          await page.locator('input[aria-controls=find-list]').fill(words.station);
          await page.locator('#find-list [role=option]').first().click();
          await page.waitForURL(/[?&]at=/);

          await page.locator('#business').fill(words.business);
          await page.locator('#business-list [role=option]').first().click();
          await page.waitForURL(/use=cafe_restaurant/);
          await page.locator('#panel').getByText(words.use).first().waitFor();

          await page.locator('.chips .open').click();
          await page.locator('#panel input[type=checkbox]').first().check({ force: true });
          await page.waitForURL(/kind=/);
          await page.locator('#panel .top .icon').click();
          await listShown(page);

          await cards(page).first().click();
          await page.waitForURL('**/listing/**');
          await page.locator('#verdict').waitFor();
          await page.locator('#panel button.favourites').first().click();
          const listing = page.url().match(/listing\/([0-9a-z]+)/)[1];

          await page.locator('.doors .button.primary').click();
          await send(page, mine('asks'), { name: 'A founder', message: `${language} ${device}` });
          await page.getByText(words.sent).waitFor();
          await page.goBack();
          await page.goBack();
          await listShown(page);

          await page.locator('#panel button.watch').click();
          await page.locator('fieldset input[value=daily]').check();
          await send(page, mine('watches'), {});
          await page.getByText(words.sent).waitFor();
          await page.goBack();

          await page.locator('#panel .wanted a').click();
          await page.locator('#panel article').first().waitFor();
          await page.locator('#panel header .button.primary').click();
          await send(page, mine('seeks'), { title: `${language} ${device}` });
          await page.getByText(words.sent).waitFor();

          await page.goto(`${url}/favourites?lang=${language}`);
          await page.locator(`#panel a[data-id="${listing}"]`).waitFor();
          assert.deepEqual(faults, []);

          await page.goto(url + linkIn(await mailTo(mine('asks')), 'relay/confirm'));
          await page.locator('form button').click();
          await mailTo(mine('asks'), 'relay/ask');
          await mailTo(mine('watches'), 'watch/confirm');
          await mailTo(mine('seeks'), 'card/confirm');
        } finally {
          await close();
        }
      });
    }
  }
});
