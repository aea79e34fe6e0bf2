import { putUpTrips } from '../apps.mjs';

/** What a page shows while it waits, when it has nothing, when something broke, and when it may not. */
export default async function states(house) {
  await putUpTrips(house);
  const page = await house.as('staff');
  const answer = (status, type) => route =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type,
        title: '暂时不可用',
        status,
        detail: '服务正在维护，请稍后再试。',
        traceId: '7f3a91c2',
      }),
    });

  await page.route('**/records/query', () => new Promise(() => {}));
  await page.goto('/a/trips/t/trip');
  await page.locator('[aria-busy="true"]').first().waitFor();
  await house.look(page, 'state-loading');

  await page.unroute('**/records/query');
  await page.route('**/records/query', route => route.fulfill({ json: { records: [], next: null, labels: {} } }));
  await page.goto('/a/trips/t/trip');
  await page.getByText('这里还没有数据').waitFor();
  await house.look(page, 'state-empty');

  await page.unroute('**/records/query');
  await page.route('**/records/query', answer(400, 'cursor-invalid'));
  await page.goto('/a/trips/t/trip');
  await page.getByText('7f3a91c2').waitFor();
  await house.look(page, 'state-error');

  await page.goto('/a/base');
  await page.getByRole('heading', { name: '没有找到' }).waitFor();
  await house.look(page, 'state-not-there');

  await page.unroute('**/records/query');
  await page.route('**/records/query', answer(403, 'not-allowed'));
  await page.goto('/a/trips/t/trip');
  await page.getByRole('heading', { name: '没有权限' }).waitFor();
  await house.look(page, 'state-no-permission');
}
