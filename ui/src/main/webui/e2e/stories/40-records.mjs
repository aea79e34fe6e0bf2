import assert from 'node:assert/strict';
import { putUpTrips } from '../apps.mjs';

/** On a desk: the grid sorts and filters, a record opens at its own address, is changed, tells its history, moves on, goes into the bin. */
export default async function records(house) {
  await putUpTrips(house);
  const api = await house.api('staff');
  const trips = Array.from({ length: 130 }, (_, at) => ({
    values: {
      reason: `第 ${String(at + 1).padStart(3, '0')} 次拜访`,
      way: at % 2 ? 'plane' : 'train',
      span: { start: '2026-04-01', end: `2026-04-${String(1 + (at % 9)).padStart(2, '0')}` },
    },
  }));
  await api('POST', '/api/apps/trips/tables/trip/records/batch', { create: trips, atomic: true });

  const page = await house.as('staff');
  await page.getByRole('link', { name: /出差/ }).click();
  await page.waitForURL('**/a/trips/t/trip');
  const grid = page.getByRole('grid', { name: '数据' });
  await grid.waitFor();
  await house.look(page, 'grid');

  await page.getByRole('columnheader', { name: '事由' }).getByRole('button').click();
  await page.getByRole('row', { name: /第 001 次拜访/ }).waitFor();
  await page.getByRole('button', { name: '筛选' }).click();
  await page.getByRole('menuitem', { name: '交通' }).click();
  await page.getByRole('combobox', { name: '' }).last().click();
  await page.getByRole('option', { name: '飞机' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByText('共 65 条').waitFor();
  await house.shot(page, 'grid-filtered');

  await page.getByRole('row', { name: /第 002 次拜访/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('第 002 次拜访').waitFor();
  const address = page.url();
  assert.match(address, /\/a\/trips\/t\/trip\/r\/[0-9a-f-]{36}$/);
  await house.look(page, 'drawer');

  await drawer.getByRole('button', { name: '编辑' }).click();
  await drawer.locator('[data-field="reason"] input').fill('改过的拜访');
  await drawer.locator('[data-field="span"]').getByLabel('结束').fill('2026-04-10');
  await drawer.locator('[data-field="days"]').getByText('10', { exact: true }).waitFor();
  await drawer.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存出差').waitFor();
  await drawer.getByRole('tab', { name: '历史' }).click();
  await drawer.getByText('改过的拜访').waitFor();
  await house.shot(page, 'history');

  const guest = await house.as('staff');
  await guest.goto(address);
  await guest.getByRole('dialog').getByText('改过的拜访').waitFor();

  await drawer.getByRole('button', { name: '完成' }).click();
  await drawer.locator('header').getByText('已完成').first().waitFor();
  await page.getByRole('row', { name: /第 004 次拜访/ }).click({ position: { x: 120, y: 18 } });
  await drawer.locator('header').getByText('草稿').waitFor();
  await drawer.getByRole('button', { name: '删除' }).click();
  await page.getByRole('heading', { name: /^删除/ }).waitFor();
  await house.shot(page, 'delete-asked');
  await page.locator('dialog').getByRole('button', { name: '删除' }).click();
  await page.getByText(/^已删除/).waitFor();
  await page.waitForURL('**/a/trips/t/trip');
}
