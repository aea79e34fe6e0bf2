import assert from 'node:assert/strict';
import { putUpTrips } from '../apps.mjs';

/** An employee with a phone fills in a form: sees numbers grow, gets faults beside fields, submits once, names a far customer. */
export default async function fillIn(house) {
  await putUpTrips(house);
  const page = await house.onPhone('staff');
  await page.goto('/f/trips/trip');
  await page.getByRole('heading', { name: '出差申请' }).waitFor();
  const field = key => page.locator(`[data-field="${key}"]`);
  assert.match(await field('person').textContent(), /林晓燕/, 'the default is worked out before anything is sent');

  await page.getByRole('button', { name: '提交出差申请' }).tap();
  await field('reason').getByRole('alert').waitFor();
  await field('span').getByRole('alert').waitFor();
  await house.shot(page, 'form-phone-faults');
  await house.easy(page, 'form with faults');

  await field('reason').getByRole('textbox').fill('拜访客户');
  assert.equal(await field('reason').getByRole('alert').count(), 0, 'a changed field is no longer called wrong');
  await field('span').getByLabel('开始').fill('2026-03-09');
  await field('span').getByLabel('结束').fill('2026-03-02');
  await page.getByRole('button', { name: '提交出差申请' }).tap();
  await field('span').getByText('结束不能早于开始').waitFor();
  await field('span').getByLabel('结束').fill('2026-05-15');
  await page.getByRole('button', { name: '提交出差申请' }).tap();
  await field('span').getByText('一次出差不能超过 30 天').waitFor();
  await field('span').getByLabel('结束').fill('2026-03-15');
  await field('days').getByText('7', { exact: true }).waitFor();
  await page.getByText('共 7 天，请提前安排好工作交接').waitFor();

  await field('way').getByRole('combobox').tap();
  await page.getByRole('option', { name: '火车' }).tap();
  await field('urgent').getByRole('switch').tap();
  await field('customer').getByRole('combobox').tap();
  await page.getByRole('combobox', { name: '搜索' }).fill('华东');
  await page.getByRole('option', { name: '华东重工有限公司' }).tap();
  await page.getByRole('button', { name: '添加一行' }).tap();
  await field('costs').getByLabel('单价').fill('553.5');
  await field('costs').getByLabel('数量').fill('2');
  await field('total').getByText('1,107.00').waitFor();
  await page.getByRole('button', { name: '提交出差申请' }).tap();
  await field('costs').getByRole('alert').waitFor();
  await house.shot(page, 'form-phone-row-fault');
  await field('costs').getByLabel('项目').fill('高铁票');
  await house.shot(page, 'form-phone-filled');

  const sent = [];
  page.on('request', request => request.url().endsWith('/submissions') && sent.push(request.url()));
  await page.getByRole('button', { name: '提交出差申请' }).dblclick();
  await page.getByText(/已登记，单号 CC\d{6}-\d{3}/).waitFor();
  assert.equal(sent.length, 1, 'two presses send one form');
  await house.shot(page, 'form-phone-thanks');

  await page.getByRole('link', { name: '查看列表' }).tap();
  await page.getByRole('dialog').getByText('华东重工有限公司').waitFor();
  await page.getByRole('dialog').getByText('高铁票').waitFor();
  await house.shot(page, 'record-phone');
  await house.easy(page, 'record on a phone');
  await page.getByRole('button', { name: '关闭' }).tap();
  await page.getByText(/CC\d{6}-\d{3}/).waitFor();
  await house.shot(page, 'cards-phone');

  const api = await house.api('staff');
  const apps = await api('GET', '/api/apps');
  assert.ok(!apps.some(app => app.key === 'base'), 'the customers’ app is not open to this person');
}
