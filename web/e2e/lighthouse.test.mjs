/** Lighthouse finds nothing to better in accessibility, best practice and what search engines need, page by page. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch as launchChrome } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { flags, url } from './browser.mjs';

let chrome;
before(async () => {
  chrome = await launchChrome({
    chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromeFlags: flags,
  });
});
after(() => chrome?.kill());

const { items } = await (await fetch(`${url}/api/v1/listings?limit=1`)).json();
const desk = {
  formFactor: 'desktop',
  screenEmulation: { mobile: false, width: 1440, height: 900, deviceScaleFactor: 1, disabled: false },
};
const pages = {
  'the first view on a phone': ['/', {}],
  'the first view at a desk': ['/', desk],
  'a business on the map, in English': ['/?use=cafe_restaurant&lang=en', {}],
  'the page of a listing': [`/listing/${items[0].id}`, {}],
  'the cards of who looks for premises': ['/wanted', {}],
  'a question to an owner': [`/listing/${items[0].id}?open=ask`, desk],
  'about, in plain Japanese': ['/about?lang=easy', {}],
};

describe('Lighthouse gives 100 in accessibility, best practice and SEO to', () => {
  for (const [name, [path, options]] of Object.entries(pages)) {
    it(name, async () => {
      const { lhr } = await lighthouse(url + path, {
        port: chrome.port,
        onlyCategories: ['accessibility', 'best-practices', 'seo'],
        logLevel: 'error',
        maxWaitForLoad: 120_000,
        disableFullPageScreenshot: true,
        ...options,
      });
      const missed = Object.values(lhr.categories).flatMap(({ id, score, auditRefs }) => {
        if (score === 1) return [];
        const short = auditRefs.filter((audit) => audit.weight > 0 && lhr.audits[audit.id].score !== 1);
        return [`${id} ${score}: ${short.map((audit) => audit.id).join(', ')}`];
      });
      assert.deepEqual(missed, []);
      assert.equal(Object.keys(lhr.categories).length, 3);
    });
  }
});
