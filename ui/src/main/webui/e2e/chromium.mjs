// Finds a Chromium: the machine's own, else the one that npm carries, with Chinese letters in either case.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const OWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGS = [
  ...[
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--hide-scrollbars',
    '--lang=zh-CN',
  ],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const folder = join(import.meta.dirname, 'browser');

export async function openBrowser() {
  const own = process.env.TANGRAM_CHROMIUM ?? OWN.find(existsSync);
  if (!own || !hasChinese()) await carry();
  return chromium.launch({ executablePath: own ?? (await carried()), args: ARGS });
}

function hasChinese() {
  try {
    return execFileSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

async function carry() {
  if (!existsSync(join(folder, 'node_modules'))) execFileSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' });
  if (hasChinese()) return;
  const config = join(folder, 'node_modules/.fonts');
  mkdirSync(config, { recursive: true });
  const fonts = join(folder, 'node_modules/@expo-google-fonts/noto-sans-sc');
  const cache = join(config, 'cache');
  writeFileSync(
    join(config, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = join(config, 'fonts.conf');
}

async function carried() {
  // the package unpacks its libraries only when it believes to be in such a place
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const require = createRequire(join(folder, 'package.json'));
  const { default: packed } = await import(require.resolve('@sparticuz/chromium'));
  return packed.executablePath();
}
