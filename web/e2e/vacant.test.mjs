/** Two weeks later: one tap in the mail says that premises are still vacant, and no scanner of mails says so. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { flags, launch, phone } from './browser.mjs';
import { linkTo, openWard, signedIn } from './ward.mjs';

const owner = 'vacant.owner@house.example.jp';
const moderator = 'vacant.moderator@ward.example';
let browser;
let ward;
before(async () => {
  // A browser that does not say of itself that a program drives it, as those of people do not.
  browser = await launch([...flags, '--disable-blink-features=AutomationControlled']);
  ward = await openWard('127.0.0.1');
});
after(async () => {
  await browser?.close();
  await ward?.close();
});

/** A listing of the owner's, approved by the moderator. Gives its path. */
async function published() {
  ward.staff('grant', moderator, '--role', 'moderator');
  const asOwner = await signedIn(ward, owner);
  const asModerator = await signedIn(ward, moderator);
  const fields = {
    kind: 'shop',
    title: '合成データの空き店舗',
    address: '世田谷区経堂1丁目2番3号',
    lon: '139.6356',
    lat: '35.6530',
    offered_by: 'owner',
    rent: '18万円',
    area_m2: '40',
  };
  const { body } = await asOwner('POST', '/api/v1/offers', { body: { drafts: [fields] } });
  const offer = `/api/v1/offers/${body.items[0].id}`;
  for (const [act, order] of [
    [asOwner, { command: 'submit', consent: '2026-11' }],
    [asModerator, { command: 'approve' }],
  ]) {
    const { version } = await act('GET', offer);
    await act('POST', `${offer}/commands`, { version, body: order });
  }
  return `/api/v1/listings/${body.items[0].id}`;
}

const nextUpdate = async (listing) => (await (await fetch(ward.url + listing)).json()).freshness;

describe('a landlord who is asked whether premises are still vacant', () => {
  it('answers by one tap in the mail, once; a scanner that opens the link answers nothing', async () => {
    const listing = await published();
    await ward.serve(15);
    const link = await linkTo(ward, owner, 'vacant');
    const before = await nextUpdate(listing);

    await fetch(ward.url + link);
    const scanner = await launch();
    const scanned = await scanner.newPage();
    await scanned.goto(ward.url + link);
    await scanned.getByRole('button', { name: 'まだ空いています' }).waitFor();
    await scanned.waitForLoadState('networkidle');
    await scanner.close();
    assert.deepEqual(await nextUpdate(listing), before);

    const context = await browser.newContext(phone);
    const page = await context.newPage();
    const faults = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(ward.url + link);
    await page.getByRole('heading', { level: 1, name: 'ありがとうございます' }).waitFor();
    assert.deepEqual(faults, []);
    assert.notDeepEqual(await nextUpdate(listing), before);
    const again = await page.goto(ward.url + link);
    assert.equal(again.status(), 404);
    await context.close();
  });
});
