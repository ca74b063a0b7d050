/**
 * A founder's whole way, one walk for each language and size: a station, a business, a filter, premises and their
 * verdict, two kept and compared, the owner asked, a watch left behind, a card posted, and every mail followed.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cards, desk, launch, listShown, open, phone, total, totalOtherThan, url } from './browser.mjs';
import { linkIn, mailTo } from './mail.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const ask = async (path) => (await fetch(`${url}/api/v1/${path}`)).json();
const words = { ja: 'カフェ', en: 'cafe', easy: 'かふぇ' };
const { items: stations } = await ask('stations?limit=100');
const counts = await Promise.all(
  stations.map(
    async ({ id }) => (await ask(`listings?limit=1&kind=shop&station=${id}&walk_minutes=10`)).total,
  ),
);
const station = stations[counts.indexOf(Math.max(...counts))];

const firstOf = (page, list) => page.locator(`${list} [role=group] [role=option]`).first();

async function goTo(page, place) {
  const box = page.locator('form[role=search] input');
  await box.click();
  await box.fill(place.name);
  await firstOf(page, '#find-list').click();
  await page.waitForURL('**station=**walk_minutes=10**');
}

async function chooseBusiness(page, word) {
  await page.locator('.door button, #business').first().click();
  await page.locator('#business').fill(word);
  const options = page.locator('#business-list [role=option]');
  await options
    .filter({ hasText: /カフェ|caf/i })
    .first()
    .click();
  await page.waitForURL('**use=cafe_restaurant**');
}

async function filterShops(page) {
  await page.locator('.filters button').first().click();
  await page.locator('#panel .fields input[type=checkbox]').first().check();
  await page.waitForURL('**kind=shop**');
  await page.locator('#panel .bottom button').click();
  await listShown(page);
}

/** The first premises of the list whose owner can be asked. */
async function withOwner(page) {
  for (const card of await cards(page).all()) {
    const id = await card.getAttribute('data-id');
    if ((await ask(`listings/${id}/contact`)).owner) return id;
  }
  return assert.fail('nobody can be asked');
}

async function openCard(page, id) {
  await page.locator(`#panel ol a[data-id="${id}"]`).click();
  await page.waitForURL(`**/listing/${id}*`);
  await page.locator('#verdict').waitFor();
}

/** Fills the form beside the map and waits until it says that a mail is on its way. */
async function write(page, values) {
  for (const [name, value] of Object.entries(values)) await page.locator(`#write-${name}`).fill(value);
  await page.locator('#panel form button.primary').click();
  await page.locator('#panel').getByText(values.email).waitFor();
}

/** Opens the link of a mail and presses the one button of its page. */
async function follow(page, mail, path) {
  await page.goto(url + linkIn(mail, path));
  await page.locator('main form button').first().click();
  await page.waitForLoadState();
}

async function walk(page, language, visitor) {
  const address = `${visitor}@founder.example`;
  await listShown(page);
  assert.equal(await page.getAttribute('html', 'lang'), language === 'en' ? 'en' : 'ja');
  const everywhere = await total(page);
  await goTo(page, station);
  assert.ok((await totalOtherThan(page, everywhere)) < everywhere);
  await chooseBusiness(page, words[language]);
  await filterShops(page);

  const asked = await withOwner(page);
  const other = await cards(page).nth(0).getAttribute('data-id');
  const two = [...new Set([asked, other, await cards(page).nth(1).getAttribute('data-id')])].slice(0, 2);
  for (const id of two.reverse()) {
    await openCard(page, id);
    await page.locator('#panel button.favourites').click();
    await page.locator('#panel button.compare').click();
    if (id !== asked) {
      await page.goBack();
      await listShown(page);
    }
  }

  await page.locator('.doors .button.primary').click();
  await write(page, { name: '試す人', email: address, message: `見学できますか ${visitor}` });
  await page.goBack();
  await page.locator('#verdict').waitFor();
  await page.goBack();
  await listShown(page);

  await page.locator('button.watch').click();
  await page.locator('#panel form input[type=radio][name=cadence]').last().check();
  await write(page, { email: address });
  await page.goBack();
  await listShown(page);

  await page.locator('a[href*="/compare?"]').first().click();
  await page.waitForURL('**/compare?ids=**');
  await page.locator('thead th').nth(1).waitFor();
  assert.equal(await page.locator('thead th').count(), 2);
  await page.goBack();
  await page.locator('header a.favourites').click();
  await page.locator('#panel ol > li').nth(1).waitFor();

  await page.goto(`${url}/wanted?lang=${language}&open=card`);
  await write(page, { title: `試しに書いたカフェ ${visitor}`, email: address });

  await follow(page, await mailTo(address, '/relay/confirm/'), 'relay/confirm');
  const passed = await mailTo(`owner-${asked}@ward.example`, visitor);
  assert.doesNotMatch(passed, /founder\.example/);
  await follow(page, await mailTo(address, '/watch/confirm/'), 'watch/confirm');
  await follow(page, await mailTo(address, '/card/confirm/'), 'card/confirm');
  await mailTo('desk@ward.example', '/card/review/', visitor);
}

describe("a founder's whole way", () => {
  let visitor = 0;
  for (const [device, options] of Object.entries({ desk, phone })) {
    for (const language of Object.keys(words)) {
      it(`from the first word to the last mail, ${device}, ${language}`, async () => {
        visitor += 1;
        const extraHTTPHeaders = { 'x-forwarded-for': `192.0.2.${visitor}` };
        const { page, faults, close } = await open(browser, `/?lang=${language}`, {
          ...options,
          extraHTTPHeaders,
        });
        try {
          await walk(page, language, `whole-${device}-${language}`);
          assert.deepEqual(faults, []);
        } finally {
          await close();
        }
      });
    }
  }
});
