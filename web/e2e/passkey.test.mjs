/** Passkeys, with an authenticator that Chromium plays: demanded from the ward's own people, offered to everybody. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { desk, launch, phone } from './browser.mjs';
import { linkTo, openWard } from './ward.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const moderator = 'passkey.moderator@ward.example';
let browser;
let ward;
before(async () => {
  browser = await launch();
  ward = await openWard('localhost');
});
after(async () => {
  await browser?.close();
  await ward?.close();
});

/** Somebody's device: a browser with an authenticator that knows its owner. */
async function device(options = desk) {
  const context = await browser.newContext({ ...options, serviceWorkers: 'block' });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const owner = (isUserVerified) =>
    devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return { page, owner, close: () => context.close() };
}

async function signIn(page, address) {
  await page.goto(`${ward.url}/offer`);
  await page.getByLabel('メールアドレス').fill(address);
  await page.getByRole('button', { name: 'リンクを送る' }).click();
  await page.getByText('メールを送りました').waitFor();
  await page.goto(ward.url + (await linkTo(ward, address, 'account/enter')));
  await page.getByRole('button', { name: 'サインインする' }).click();
}

async function accessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(
    violations.map(({ id }) => id),
    [],
  );
}

const status = (page, path) => page.evaluate(async (asked) => (await fetch(asked)).status, path);

describe('a moderator', () => {
  it('adds a passkey at the first link, shows it at the next, and reviews nothing before', async () => {
    ward.staff('grant', moderator, '--role', 'moderator');
    const { page, owner, close } = await device(phone);
    await signIn(page, moderator);
    await page.getByRole('heading', { level: 1, name: 'パスキーを追加してください' }).waitFor();
    assert.equal(await status(page, '/api/v1/review'), 403);
    await accessible(page);
    await owner(false);
    await page.getByRole('button', { name: 'パスキーを追加' }).click();
    await page
      .getByRole('alert')
      .getByText(/もう一度/)
      .waitFor();
    await owner(true);
    await page.getByRole('button', { name: 'パスキーを追加' }).click();
    await page.getByRole('heading', { level: 1, name: '審査を待つ物件' }).waitFor();
    assert.equal(await status(page, '/api/v1/review'), 200);

    await page.goto(`${ward.url}/offer?account`);
    await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
    await signIn(page, moderator);
    await page.getByRole('heading', { level: 1, name: 'パスキーで確かめます' }).waitFor();
    assert.equal(await status(page, '/api/v1/review'), 403);
    await accessible(page);
    await page.getByRole('button', { name: 'パスキーで確かめる' }).click();
    await page.getByRole('heading', { level: 1, name: '審査を待つ物件' }).waitFor();

    await page.goto(`${ward.url}/offer?account`);
    await page.getByRole('heading', { name: 'パスキー', exact: true }).waitFor();
    await page.getByRole('button', { name: '「この端末」を削除' }).click();
    await page.getByText(/最後のパスキーは削除できません/).waitFor();
    await close();
  });

  it('with a link alone, on another device, gets no further; the administrator can let them begin anew', async () => {
    const { page, close } = await device();
    await signIn(page, moderator);
    await page.getByRole('heading', { level: 1, name: 'パスキーで確かめます' }).waitFor();
    await page.getByRole('button', { name: 'パスキーで確かめる' }).click();
    await page
      .getByRole('alert')
      .getByText(/もう一度/)
      .waitFor();
    const refused = await page.evaluate(async () => {
      const sent = { method: 'POST', headers: { 'content-type': 'application/json' } };
      return (await fetch('/api/v1/account/passkeys/registration', sent)).status;
    });
    assert.equal(refused, 403, 'a link alone adds no second passkey');
    assert.match(String(ward.staff('drop-passkeys', moderator)), /1/);
    await signIn(page, moderator);
    await page.getByRole('heading', { level: 1, name: 'パスキーを追加してください' }).waitFor();
    await close();
  });
});

describe('a landlord', () => {
  it('may add a passkey, and then signs in without a mail', async () => {
    const { page, close } = await device(phone);
    await signIn(page, 'passkey.owner@house.example.jp');
    await page.getByRole('heading', { level: 1, name: '掲載している場所' }).waitFor();
    await page.goto(`${ward.url}/offer?account`);
    await page.getByRole('heading', { name: 'パスキー', exact: true }).waitFor();
    await page.getByLabel('端末の名前').fill('わたしの電話');
    await page.getByRole('button', { name: 'パスキーを追加' }).click();
    await page.getByText('わたしの電話').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'すべての端末からサインアウト' }).click();
    await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
    await page.getByRole('heading', { level: 1, name: '掲載している場所' }).waitFor();
    await page.goto(`${ward.url}/offer?account`);
    await page.getByRole('listitem').getByText('パスキーでサインイン').waitFor();
    await page.getByRole('button', { name: '「わたしの電話」を削除' }).click();
    await page.getByText('わたしの電話').waitFor({ state: 'detached' });
    await close();
  });
});
