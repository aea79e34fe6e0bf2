import assert from 'node:assert/strict';

/** From the template centre to an approved leave: the badge moves by itself, everybody decides once, the record is locked. */
export default async function approve(house) {
  await install(house);
  const leader = await house.as('leader');
  await leader.getByRole('link', { name: '待办', exact: true }).waitFor();
  const calls = [];
  leader.on('request', request => calls.push(new URL(request.url()).pathname));

  const staff = await house.onPhone('staff');
  await handIn(staff, '2026-06-01', '2026-06-05');
  const submitted = Date.now();
  await leader.getByTestId('todo-count').waitFor({ timeout: 2000 });
  assert.ok(Date.now() - submitted < 2000, 'the badge moved within two seconds');
  assert.deepEqual(
    calls.filter(path => path.startsWith('/api/') && path !== '/api/events'),
    [],
    'and nothing was asked for it',
  );
  await house.shot(leader, 'badge');

  await leader.getByRole('link', { name: /待办/ }).click();
  await house.look(leader, 'tasks-todo');
  await leader
    .getByRole('link', { name: /林晓燕/ })
    .first()
    .click();
  await leader.getByRole('heading', { name: '流程进度' }).waitFor();
  await house.look(leader, 'task');
  await leader.getByPlaceholder(/意见/).fill('注意安排好工作');
  await leader.getByRole('button', { name: '同意' }).dblclick();
  await leader.getByText(/^已同意/).waitFor();
  await leader.getByText('没有等您处理的事').waitFor();
  await house.look(leader, 'tasks-empty');
  await leader.getByRole('tab', { name: '已办' }).click();
  await leader
    .getByRole('link', { name: /林晓燕/ })
    .first()
    .waitFor();
  await house.look(leader, 'tasks-done');

  for (const name of ['head', 'hr']) {
    const page = await house.as(name);
    await page.getByTestId('todo-count').waitFor();
    await page.goto('/tasks');
    await page
      .getByRole('link', { name: /林晓燕/ })
      .first()
      .click();
    await page.getByText('注意安排好工作').waitFor();
    await page.getByRole('button', { name: '同意' }).click();
    await page.getByText(/^已同意/).waitFor();
  }

  await staff.goto('/tasks?box=started');
  await staff.getByText('已同意').first().waitFor();
  await house.look(staff, 'tasks-started');
  await staff.getByRole('link').filter({ hasText: '已同意' }).first().tap();
  const record = staff.getByRole('dialog');
  await record.locator('header').getByText('已同意').waitFor();
  await record.getByRole('tab', { name: '流程' }).tap();
  await record.getByText('注意安排好工作').waitFor();
  await house.shot(staff, 'record-flow');
  assert.equal(await record.getByRole('button', { name: '编辑' }).count(), 0, 'an approved leave is locked');
  await refusesChange(house);

  await handIn(staff, '2026-07-06', '2026-07-06');
  await leader.goto('/tasks');
  await leader
    .getByRole('link', { name: /林晓燕/ })
    .first()
    .click();
  await leader.getByPlaceholder(/意见/).fill('那天要发布，请改期');
  await leader.getByRole('button', { name: '拒绝' }).click();
  await leader.getByText(/^已拒绝/).waitFor();
  await staff.goto('/tasks?box=started');
  await staff.getByText('已拒绝').first().waitFor();
}

async function install(house) {
  const admin = await house.as('admin');
  const apps = await (await house.api('admin'))('GET', '/api/apps');
  if (apps.some(app => app.key === 'approvals')) return;
  await admin.getByRole('link', { name: '模板中心' }).click();
  await admin.getByRole('heading', { name: '审批' }).waitFor();
  await house.look(admin, 'templates');
  await admin.getByRole('button', { name: '安装' }).first().click();
  await admin.getByRole('heading', { name: '安装“审批”' }).waitFor();
  await house.shot(admin, 'template-install');
  await admin.locator('dialog').getByRole('button', { name: '安装' }).click();
  await admin.waitForURL('**/a/approvals/**', { timeout: 60_000 });
  await house.look(admin, 'template-installed');
}

/** The lock is the server's, whatever a page offers. */
async function refusesChange(house) {
  const api = await house.api('staff');
  const { records } = await api('GET', '/api/apps/approvals/tables/leave/records');
  const approved = records.find(record => record.state === 'approved');
  const change = api('PATCH', `/api/apps/approvals/tables/leave/records/${approved.id}`, {
    version: approved.version,
    values: { reason: '改一下' },
  });
  await assert.rejects(change, /→ 4\d\d/);
}

async function handIn(page, start, end) {
  await page.goto('/f/approvals/leave');
  const span = page.locator('[data-field="span"]');
  await span.getByLabel('开始').fill(start);
  await span.getByLabel('结束').fill(end);
  await page.getByRole('button', { name: '提交申请' }).tap();
  await page.getByText(/已提交，单号/).waitFor();
}
