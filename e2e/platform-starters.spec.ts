/** Both ways to start the archive process, under the real Electron. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import { electronRuntime } from '../scripts/electron.mjs'
import { root } from './harness/launch.ts'

const expected = {
  echoed: { ok: true, value: { method: 'echo', input: { text: '海湾新城', bytes: { bytes: [0, 127, 255] } } } },
  died: expect.objectContaining({ ok: false, code: 'archive/unavailable' }) as unknown,
  after: { ok: true, value: { method: 'echo', input: 'again' } },
  restarts: 1,
  heard: [
    ['greeting', '版心'],
    ['greeting', '版心'],
  ],
}

test('utilityProcess and Node carry the same channel; a killed process comes back', async () => {
  const folder = test.info().outputPath('app')
  for (const name of ['starter-app', 'echo-process'])
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: path.join(root, 'e2e', 'harness', `${name}.ts`),
        outDir: folder,
        emptyOutDir: false,
        target: 'node18',
        rollupOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: `${name}.cjs` } },
      },
      ssr: { noExternal: true },
    })
  writeFileSync(path.join(folder, 'package.json'), '{"name":"starters","version":"0.0.0","main":"starter-app.cjs"}')
  const runtime = electronRuntime()
  const { stdout, stderr } = spawnSync(
    runtime?.executable ?? '',
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      folder,
      path.join(folder, 'echo-process.cjs'),
      process.execPath,
    ],
    { encoding: 'utf8', timeout: 30_000 },
  )
  const line = stdout.split('\n').find((text) => text.startsWith('PROBE '))
  expect(line, stderr).toBeDefined()
  expect(JSON.parse(line?.slice('PROBE '.length) ?? '')).toEqual({
    utility: expected,
    node: expected,
    chosen: [false, true, false],
  })
})
