// Apps that stories start from, written as a person would write them, put up through the interface.

/** Customers, lent to other apps by name only; nobody but their administrator may open them. */
const CUSTOMERS = {
  'app.json': { format: 'app/1', key: 'base', label: '主数据' },
  'tables/customer.json': {
    format: 'table/1',
    label: '客户',
    title: 'name',
    fields: [
      { key: 'name', label: '名称', type: 'text', required: true },
      { key: 'level', label: '级别', type: 'text' },
    ],
    exports: { fields: ['name'], search: ['name'], to: 'all' },
  },
};

/** Trips: most types of fields, a formula, a rule, a sub-table, a relation into the other app. */
const TRIPS = base => ({
  'app.json': {
    format: 'app/1',
    key: 'trips',
    label: '出差',
    requires: [{ key: 'base', label: '主数据', app: base, tables: { customer: ['name'] } }],
    menu: [{ key: 'all', label: '出差', items: ['tables/trip', 'forms/trip'] }],
  },
  'tables/trip.json': {
    format: 'table/1',
    label: '出差',
    title: 'number',
    fields: [
      { key: 'number', label: '单号', type: 'serial', pattern: 'CC{yyyyMM}-{000}', reset: 'month' },
      { key: 'person', label: '出差人', type: 'person', required: true, default: '=$me' },
      { key: 'reason', label: '事由', type: 'text', required: true },
      {
        key: 'way',
        label: '交通',
        type: 'select',
        options: [
          { key: 'train', label: '火车', color: 'green' },
          { key: 'plane', label: '飞机', color: 'blue' },
        ],
      },
      { key: 'span', label: '起止日期', type: 'daterange', required: true },
      { key: 'days', label: '天数', type: 'number', scale: 0, formula: 'DAYS(span.end, span.start) + 1', stored: true },
      { key: 'customer', label: '拜访客户', type: 'relation', to: 'base:customer' },
      { key: 'urgent', label: '加急', type: 'switch' },
      { key: 'note', label: '备注', type: 'longtext' },
      {
        key: 'costs',
        label: '费用',
        type: 'subtable',
        fields: [
          { key: 'what', label: '项目', type: 'text', required: true },
          { key: 'price', label: '单价', type: 'number', scale: 2 },
          { key: 'count', label: '数量', type: 'number', scale: 0 },
          { key: 'sum', label: '小计', type: 'number', scale: 2, formula: 'price * count', stored: true },
        ],
      },
      { key: 'total', label: '合计', type: 'number', scale: 2, formula: 'SUM(costs.sum)', stored: true },
    ],
    lifecycle: {
      states: [
        { key: 'draft', label: '草稿' },
        { key: 'done', label: '已完成', color: 'green', locks: '*' },
      ],
      moves: [{ key: 'finish', label: '完成', from: ['draft'], to: 'done' }],
    },
    rules: [{ key: 'not_too_long', check: 'days <= 30', message: '一次出差不能超过 30 天', at: 'span' }],
  },
  'forms/trip.json': {
    format: 'form/1',
    label: '出差申请',
    table: 'trip',
    layout: [
      {
        key: 'what',
        type: 'group',
        label: '去做什么',
        items: ['person', 'reason', 'way', 'span', 'days', 'customer', 'urgent', 'note'],
      },
      { key: 'cost', type: 'group', label: '花多少钱', items: ['costs', 'total'] },
    ],
    rules: [{ key: 'long', when: 'days > 5', note: '共 {days} 天，请提前安排好工作交接' }],
    submit: { label: '提交出差申请', thanks: '已登记，单号 {number}' },
  },
  'roles/staff.json': {
    format: 'role/1',
    label: '全体员工',
    members: { unit: 'organisation' },
    grants: [{ key: 'trip', table: 'trip', may: ['read', 'create', 'update', 'delete'], rows: 'mine' }],
  },
});

/** Makes an app of documents and publishes it. */
export async function putUp(api, key, documents) {
  const { label } = documents['app.json'];
  await api('POST', '/api/apps', { key, label });
  const draft = await api('GET', `/api/apps/${key}/draft`);
  const ifMatch = {};
  for (const path of draft.files) if (path in documents) ifMatch[path] = await etag(api, key, path);
  await api('POST', `/api/apps/${key}/draft`, {
    put: { ...documents, 'app.json': { ...documents['app.json'], key } },
    ifMatch,
  });
  const answer = await api('POST', `/api/apps/${key}/publish`, { accept: ['MAY_FAIL'] });
  if (answer.version !== 1) throw new Error(`not published: ${JSON.stringify(answer)}`);
}

async function etag(api, key, path) {
  return (await api.tagged('GET', `/api/apps/${key}/draft/${path}`)).etag;
}

/** Both apps, with two customers. */
export async function putUpTrips(house) {
  const api = await house.api('admin');
  const there = await api('GET', '/api/apps');
  if (there.some(app => app.key === 'trips' && app.version > 0)) return api;
  await putUp(api, 'base', CUSTOMERS);
  for (const name of ['华东重工有限公司', '江南纺织集团']) {
    await api('POST', '/api/apps/base/tables/customer/records', { values: { name, level: 'a' } });
  }
  await putUp(api, 'trips', TRIPS('base'));
  return api;
}
