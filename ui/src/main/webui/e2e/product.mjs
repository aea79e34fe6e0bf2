// Starts the packaged product as its users do: one jar, one data folder, one port.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const jar = resolve(import.meta.dirname, '../../../../target/quarkus-app/quarkus-run.jar');
const START_LIMIT = 120_000;

/** `{ address, password, stop }`; with TANGRAM_SERVER (and TANGRAM_ADMIN_PASSWORD) a running one is used and left alone. */
export async function startProduct() {
  if (process.env.TANGRAM_SERVER) {
    return { address: process.env.TANGRAM_SERVER, password: process.env.TANGRAM_ADMIN_PASSWORD, stop: async () => {} };
  }
  if (!existsSync(jar)) throw new Error(`${jar} is not there: mvn -DskipTests package`);
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'tangram-e2e-'));
  const password = `Piece-${crypto.randomUUID()}`;
  const child = spawn('java', ['-jar', jar], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TANGRAM_DATA: data,
      TANGRAM_DEMO: 'true',
      TANGRAM_ADMIN_PASSWORD: password,
      QUARKUS_HTTP_PORT: String(port),
      QUARKUS_HTTP_HOST: '127.0.0.1',
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (log = (log + chunk).slice(-20_000)));
  const address = `http://127.0.0.1:${port}`;
  await ready(address, child, () => log);
  return {
    address,
    password,
    log: () => log,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function ready(address, child, log) {
  const started = Date.now();
  while (Date.now() - started < START_LIMIT) {
    if (child.exitCode !== null) throw new Error(`the product stopped at its start:\n${log()}`);
    const answer = await fetch(`${address}/q/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise(done => setTimeout(done, 400));
  }
  child.kill('SIGKILL');
  throw new Error(`the product was not ready in time:\n${log()}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise(done => server.close(done));
  return port;
}
