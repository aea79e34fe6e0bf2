// What a story needs: people who sign in, pictures in both sizes, an eye for what is hard to use.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const shots = join(import.meta.dirname, '../shots');

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export function house({ browser, product }) {
  mkdirSync(shots, { recursive: true });
  const contexts = [];
  const pages = [];

  const open = async (options = {}) => {
    const context = await browser.newContext({
      baseURL: product.address,
      viewport: DESK,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    contexts.push(context);
    const page = await context.newPage();
    page.faults = [];
    page.on('pageerror', error => page.faults.push(String(error)));
    page.on('response', answer => answer.status() >= 500 && page.faults.push(`${answer.status()} ${answer.url()}`));
    pages.push(page);
    return page;
  };

  const house = {
    address: product.address,
    password: product.password,
    open,
    /** A page of somebody who is signed in already, on a desk. */
    async as(username, options) {
      const page = await open(options);
      await page.goto('/sign-in');
      await page.fill('input[name=username]', username);
      await page.fill('input[name=password]', product.password);
      await page.click('button[type=submit]');
      await page.waitForURL('**/');
      return page;
    },
    /** The same with a thumb: 390 × 844, touch. */
    onPhone: username => house.as(username, { viewport: PHONE, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
    /** Calls the interface as somebody, to arrange what a story starts from. */
    async api(username) {
      const login = await call(product.address, 'POST', '/api/auth/login', { username, password: product.password });
      const headers = { Authorization: `Bearer ${login.value.token}` };
      const api = async (method, path, body) => (await call(product.address, method, path, body, headers)).value;
      api.tagged = (method, path, body) => call(product.address, method, path, body, headers);
      return api;
    },
    async shot(page, name) {
      await page.waitForTimeout(120);
      await page.screenshot({ path: join(shots, `${name}.png`) });
    },
    /** Pictures at both sizes and no serious finding in either. */
    async look(page, name) {
      const before = page.viewportSize();
      for (const [size, viewport] of [
        ['desk', DESK],
        ['phone', PHONE],
      ]) {
        await page.setViewportSize(viewport);
        await page.waitForTimeout(250);
        await house.shot(page, `${name}-${size}`);
        await house.easy(page, `${name} (${size})`);
      }
      await page.setViewportSize(before);
    },
    /** axe finds nothing serious. */
    async easy(page, name) {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      if (serious.length > 0) {
        const told = serious.map(
          ({ id, help, nodes }) =>
            `${id}: ${help}\n    ${nodes
              .slice(0, 4)
              .map(node => node.html.slice(0, 160))
              .join('\n    ')}`,
        );
        throw new Error(`${name} is hard to use:\n  ${told.join('\n  ')}`);
      }
    },
    /** No page broke and no answer was a 500 while the story ran. */
    calm() {
      const faults = pages.flatMap(page => page.faults);
      if (faults.length > 0) throw new Error(`faults on the way: ${faults.join('; ')}`);
    },
    async leave(failed) {
      if (failed) {
        const open = pages.filter(page => !page.isClosed());
        await Promise.all(
          open.map((page, at) => page.screenshot({ path: join(shots, `${failed}-failed-${at}.png`) }).catch(() => {})),
        );
      }
      await Promise.all(contexts.map(context => context.close()));
    },
  };
  return house;
}

async function call(address, method, path, body, headers = {}) {
  const bytes = body instanceof Uint8Array;
  const answer = await fetch(address + path, {
    method,
    headers: { ...(body !== undefined && !bytes && { 'Content-Type': 'application/json' }), ...headers },
    body: body === undefined || bytes ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} → ${answer.status} ${text}`);
  return { value: text === '' ? undefined : JSON.parse(text), etag: answer.headers.get('etag') };
}
