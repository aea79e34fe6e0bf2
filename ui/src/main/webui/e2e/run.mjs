// Runs the stories one after the other against one product. `npm run e2e -- sign` runs those whose name contains "sign".
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './chromium.mjs';
import { house } from './house.mjs';
import { startProduct } from './product.mjs';

const folder = join(import.meta.dirname, 'stories');
const wanted = process.argv[2] ?? '';
const stories = readdirSync(folder)
  .filter(name => name.endsWith('.mjs') && name.includes(wanted))
  .sort();
if (stories.length === 0) throw new Error(`no story is called ${wanted}`);

const product = await startProduct();
const browser = await openBrowser();
let failed = 0;
for (const file of stories) {
  const name = file.replace('.mjs', '');
  const here = house({ browser, product });
  const started = Date.now();
  let broken = null;
  try {
    const { default: story } = await import(join(folder, file));
    await story(here);
    here.calm();
    console.log(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed++;
    broken = name;
    console.error(`✗ ${name}\n${error.stack ?? error}`);
  }
  await here.leave(broken);
}
await browser.close();
await product.stop();
console.log(`${stories.length - failed} of ${stories.length} stories came true`);
process.exit(failed ? 1 : 0);
