import assert from 'node:assert/strict';

/** A visitor is led to the sign-in, is refused, comes in, and lands where they wanted to go. */
export default async function signIn(house) {
  const page = await house.open();
  const first = await page.goto('/me');
  assert.equal(first.headers()['cache-control'], 'no-cache', 'the page is asked for each time');
  assert.match(first.headers()['content-security-policy'], /default-src 'self'/);
  await page.waitForURL('**/sign-in?back=%2Fme');
  await house.look(page, 'sign-in');

  await page.fill('input[name=username]', 'admin');
  await page.fill('input[name=password]', 'wrong');
  await page.click('button[type=submit]');
  const refusal = await page.getByRole('alert').textContent();
  assert.match(refusal ?? '', /[\u4e00-\u9fff]/, 'the refusal is told in Chinese');

  await page.fill('input[name=password]', house.password);
  await page.click('button[type=submit]');
  await page.waitForURL('**/me');
  await page.getByRole('heading', { name: '系统管理员' }).waitFor();
  await house.look(page, 'me');

  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await house.look(page, 'workbench-empty');
  await page.goto('/no/such/page');
  await page.getByText('没有这个页面').waitFor();
  await house.look(page, 'not-found');
}
