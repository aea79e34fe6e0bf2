import assert from 'node:assert/strict';

// keys are taken for good, so each telling has its own
const APP = `xingzheng_${Date.now().toString(36)}`;
const FAR = `zhushuju_${Date.now().toString(36)}`;

/** As the administrator, by mouse: an app, a form with every kind of field, rules, two kinds of business, versions. */
export default async function designAForm(house) {
  const call = await house.api('admin');
  await farApp(call);
  const page = await house.as('admin');
  const tools = desk(page);

  // the app 行政 and its first form
  await page.getByRole('button', { name: '新建应用' }).first().click();
  await page.getByLabel('名称', { exact: true }).fill('行政');
  // the proposal comes first, or it would be typed into
  await page.waitForFunction(() => document.querySelector('dialog input[pattern]')?.value === 'xing_zheng');
  await page.locator('dialog input[pattern]').fill(APP);
  await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click();
  await page.waitForURL(`**/d/${APP}/forms`);
  await house.look(page, 'designer-empty');
  await page.getByRole('button', { name: '新建表单' }).first().click();
  await page.getByRole('dialog').getByLabel('表单名称').fill('外出申请');
  await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await page.waitForURL(`**/d/${APP}/forms/*`);

  // by mouse on to the canvas
  for (const type of ['text', 'daterange', 'number', 'select', 'person', 'relation', 'subtable', 'formula']) {
    await tools.drag(type);
  }
  assert.equal(await tools.items(), 9);
  await house.look(page, 'designer-canvas');

  // reorder, copy, delete, undo three times, redo
  const before = await tools.order();
  await tools.dragItem('单选', 0);
  assert.equal((await tools.order())[0], '单选');
  await tools.select('数字');
  await page.getByRole('button', { name: '复制“数字”' }).click();
  await page.getByRole('button', { name: '删除“数字 副本”' }).click();
  await tools.undo(3);
  assert.deepEqual(await tools.order(), before);
  await page.getByRole('button', { name: '重做' }).click();
  assert.equal((await tools.order())[0], '单选');

  // once more with the keyboard alone
  const palette = page.locator('[data-piece=longtext]');
  await palette.focus();
  await page.keyboard.press('Enter');
  await tools.item('多行文本').focus();
  await page.keyboard.press('Alt+ArrowUp');
  const moved = (await tools.order()).indexOf('多行文本');
  await page.keyboard.press('Control+d');
  await tools.item('多行文本 副本').waitFor();
  await tools.item('多行文本 副本').focus();
  await page.keyboard.press('Delete');
  await tools.item('多行文本 副本').waitFor({ state: 'detached' });
  assert.equal((await tools.order()).indexOf('多行文本'), moved);

  // titles, required, default, options, the far table, columns, a formula, a rule
  await tools.title('单行文本', '事由');
  await page.getByLabel('必填', { exact: true }).check();
  await tools.title('日期区间', '起止');
  await page.getByLabel('必填', { exact: true }).check();
  await tools.title('数字', '同行人数');
  await page.getByLabel('固定值').fill('1');
  await tools.title('单选', '方式');
  for (const [at, option] of ['步行', '公车'].entries()) await tools.option(at, option);
  await tools.title('人员', '同行人');
  await tools.title('关联一条', '拜访客户');
  await tools.pick('关联到', `${FAR}:customer`);
  await tools.title('明细表', '费用');
  for (const type of ['单行文本', '金额']) {
    await page.getByRole('button', { name: '添加列' }).click();
    await page.getByRole('menuitem', { name: type, exact: true }).click();
  }
  await tools.title('公式', '天数');
  const keys = await call('GET', `/api/apps/${APP}/draft`).catch(() => null);
  assert.ok(keys, 'the draft is there');
  await page.getByRole('textbox', { name: '公式' }).fill('DAYS(');
  await page.getByRole('button', { name: '起止.结束' }).click();
  await page.keyboard.type(', ');
  await page.getByRole('button', { name: '起止.开始' }).click();
  await page.keyboard.type(') + 1');
  await page.getByRole('tab', { name: '表单属性' }).click();
  await page.getByRole('button', { name: '添加校验' }).click();
  const rule = page.getByRole('textbox', { name: '必须成立的条件' });
  await rule.fill('');
  await page.getByRole('region', { name: '数据校验' }).getByRole('button', { name: '天数' }).click();
  await page.keyboard.type(' <= 30');
  await page.getByLabel('不成立时提示').fill('外出不能超过三十天');
  await house.look(page, 'designer-properties');

  // one table, two kinds of business, a form for each
  for (const name of ['市内外出', '出差']) {
    await page.getByRole('button', { name: '添加类型' }).click();
    await page.getByRole('region', { name: '业务类型' }).getByRole('textbox').last().fill(name);
  }
  await page.getByRole('combobox', { name: '业务类型', exact: true }).selectOption({ label: '市内外出' });
  await page.getByRole('button', { name: '新建表单' }).first().click();
  await page.getByRole('dialog').getByLabel('表单名称').fill('出差申请');
  await page.getByRole('dialog').getByLabel('数据存到').selectOption({ label: '外出申请' });
  await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await page.getByRole('navigation', { name: '表单' }).getByRole('link', { name: '出差申请' }).waitFor();
  await page.getByRole('tab', { name: '表单属性' }).click();
  await page.getByRole('combobox', { name: '业务类型', exact: true }).selectOption({ label: '出差' });

  // save, leave, come back
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('改动都已保存').waitFor();
  await page.goto('/');
  await page.goto(`/d/${APP}/forms`);
  await page.getByRole('navigation', { name: '表单' }).getByRole('link', { name: '外出申请' }).click();
  await tools.item('拜访客户').waitFor();

  // publish with a look before, change, publish again, restore
  await page.getByRole('link', { name: /发布/ }).click();
  await page.getByText('新建数据表“外出申请”').waitFor();
  await house.look(page, 'publish-preview');
  await page.getByRole('button', { name: '发布版本' }).click();
  await page.getByText(/已发布 v1/).waitFor();
  await page.getByRole('link', { name: /表单设计/ }).click();
  await page.getByRole('navigation', { name: '表单' }).getByRole('link', { name: '外出申请' }).click();
  await tools.drag('switch');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('改动都已保存').waitFor();
  await page.getByRole('link', { name: /发布/ }).click();
  await page.getByText(/新增字段“开关”/).waitFor();
  await page.getByRole('button', { name: '发布版本' }).click();
  await page.getByText('已发布 v2 · 新增 1 个字段').waitFor();
  await page.getByRole('button', { name: '恢复到此版本' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复到此版本' }).click();
  await page.getByText('已按 v1 恢复，发布为 v3').waitFor();
  await house.look(page, 'versions');
}

/** The hand and the keyboard of the designer. */
function desk(page) {
  const canvas = page.getByTestId('canvas');
  const item = name => canvas.locator(`[data-item][aria-label^="${name}，"]`);
  const order = async () =>
    (await canvas.locator('[data-item]').evaluateAll(all => all.map(one => one.getAttribute('aria-label')))).map(
      label => label.split('，')[0],
    );
  const carry = async (from, to) => {
    await from.scrollIntoViewIfNeeded();
    const a = await from.boundingBox();
    await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
    await page.mouse.down();
    await page.mouse.move(a.x + a.width / 2 + 12, a.y + a.height / 2 + 12, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.getByTestId('drop-line').waitFor();
    await page.mouse.up();
  };
  return {
    item,
    order,
    items: () => canvas.locator('[data-item]').count(),
    async drag(type) {
      await canvas.locator('[data-form]').waitFor();
      const count = await canvas.locator('[data-item]').count();
      await canvas.evaluate(ground => ground.scrollTo(0, ground.scrollHeight));
      const sheet = await canvas.locator('[data-form]').boundingBox();
      const ground = await canvas.boundingBox();
      const bottom = Math.min(sheet.y + sheet.height, ground.y + ground.height);
      await carry(page.locator(`[data-piece=${type}]`), { x: sheet.x + sheet.width / 2, y: bottom - 8 });
      await canvas.locator('[data-item]').nth(count).waitFor();
    },
    async dragItem(name, index) {
      await canvas.evaluate(ground => ground.scrollTo(0, 0));
      await item(name).hover();
      const target = await canvas.locator('[data-item]').nth(index).boundingBox();
      await carry(page.getByRole('button', { name: `移动“${name}”` }), { x: target.x + 6, y: target.y + 4 });
    },
    async select(name) {
      await item(name).click({ position: { x: 8, y: 8 } });
      await page.getByRole('tab', { name: '字段属性', selected: true }).waitFor();
    },
    async title(name, next) {
      await item(name).click({ position: { x: 8, y: 8 } });
      await page.getByLabel('标题', { exact: true }).fill(next);
      await item(next).waitFor();
    },
    async undo(times) {
      for (let time = 0; time < times; time++) await page.getByRole('button', { name: '撤销' }).first().click();
    },
    async option(at, label) {
      if ((await page.getByLabel(`选项 ${at + 1}`, { exact: true }).count()) === 0) {
        await page.getByRole('button', { name: '添加选项' }).click();
      }
      await page.getByLabel(`选项 ${at + 1}`, { exact: true }).fill(label);
    },
    async pick(label, choice) {
      await page.getByLabel(label, { exact: true }).click();
      await page.getByRole('option', { name: new RegExp(choice) }).click();
    },
  };
}

/** Another app that lends its customers. */
async function farApp(call) {
  await call('POST', '/api/apps', { key: FAR, label: '主数据' });
  await call('POST', `/api/apps/${FAR}/draft`, {
    put: {
      'tables/customer.json': {
        format: 'table/1',
        label: '客户',
        title: 'name',
        fields: [{ key: 'name', label: '名称', type: 'text', required: true }],
        exports: { fields: ['name'], to: 'all' },
      },
    },
  });
  await call('POST', `/api/apps/${FAR}/publish`, {});
}
