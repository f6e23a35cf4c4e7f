/** The ground under the window: an archive process that comes back, one instance, files from outside, clean ends. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { electronRuntime } from '../scripts/electron.mjs'
import type { Launched } from './harness/launch.ts'
import { archiveProcess, callFrom, countEvents, launch, root, temporaryFolder } from './harness/launch.ts'

const STORY = '# 海湾新城开门迎客\n\n本报讯 昨日，海湾新城正式开门迎客，市民纷纷前来参观。\n'

const valueOf = async <T>(reply: ReturnType<typeof callFrom>): Promise<T> => {
  const got = await reply
  if (!got.ok) throw new Error(got.message)
  return got.value as T // the caller says what the method gives
}

test.describe('one workstation', () => {
  let desk: Launched
  test.beforeAll(async () => {
    desk = await launch()
  })
  test.afterAll(() => desk.close())

  test('it says which Electron it runs on', async () => {
    const info = await valueOf<{ standIn: boolean; electron: string; sqlite: string }>(
      callFrom(desk.window, 'app.info', {}),
    )
    expect(info.standIn).toBe(electronRuntime()?.standIn)
    expect(info.electron).toMatch(/^\d+\./)
    expect(info.sqlite).toMatch(/^3\./)
  })

  test('the archive process, killed, comes back, and the window is told', async () => {
    const restarts = await countEvents(desk.window, 'archive.restarted')
    const before = await archiveProcess(desk.pid)
    process.kill(before, 'SIGKILL')
    await expect.poll(restarts).toBe(1)
    expect(await archiveProcess(desk.pid)).not.toBe(before)
    expect(await callFrom(desk.window, 'page.list', {})).toMatchObject({ ok: true })
  })

  test('a second instance hands its files over and goes', async () => {
    const file = path.join(desk.userData, '第二份.txt')
    writeFileSync(file, STORY)
    const offers = await countEvents(desk.window, 'files.offered')
    const second = spawn(
      electronRuntime()?.executable ?? '',
      [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, file],
      { env: { ...process.env, BANXIN_USER_DATA: desk.userData }, stdio: 'ignore' },
    )
    await new Promise((resolve) => second.once('exit', resolve))
    await expect.poll(offers).toBe(1)
    expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('files chosen in the dialog are tokens, imported once, and a bad one does not stop the rest', async () => {
    const folder = path.join(desk.userData, 'chosen')
    mkdirSync(folder)
    const files = ['好.txt', '空.txt', '没有.txt', 'folder', '坏.txt'].map((name) => path.join(folder, name))
    writeFileSync(files[0] ?? '', `${STORY}\n（之二）\n`)
    writeFileSync(files[1] ?? '', '')
    mkdirSync(files[3] ?? '')
    writeFileSync(files[4] ?? '', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 0]))
    await desk.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
    }, files)
    const chosen = await valueOf<{ token: string; name: string }[]>(callFrom(desk.window, 'import.choose', {}))
    expect(chosen.map(({ name }) => name)).toEqual(files.map((file) => path.basename(file)))
    expect(JSON.stringify(chosen)).not.toContain(folder)
    const tokens = chosen.map(({ token }) => token)
    const imported = await callFrom(desk.window, 'import.tokens', { tokens })
    expect(imported).toMatchObject({
      ok: true,
      value: [
        { outcome: 'new' },
        { outcome: 'failed', code: 'file/empty' },
        { outcome: 'failed', code: 'file/missing' },
        { outcome: 'failed', code: 'file/directory' },
        { outcome: 'failed', code: 'file/binary' },
      ],
    })
    expect(await callFrom(desk.window, 'import.tokens', { tokens })).toMatchObject({ ok: false, code: 'token/expired' })
  })

  const exportHtml = (id: number | undefined) =>
    callFrom(desk.window, 'export.run', { job: 'one', ids: [id], formats: ['html'], options: {}, layouts: [] })

  test('an export lands where the person said, whole, and only there', async () => {
    const folder = path.join(desk.userData, 'exported')
    mkdirSync(folder)
    const [page] = await valueOf<{ id: number }[]>(callFrom(desk.window, 'page.list', {}))
    const target = path.join(folder, '我的版面.html')
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, target)
    expect(await valueOf(exportHtml(page?.id))).toMatchObject({ files: ['我的版面.html'], dismissed: false })
    expect(readdirSync(folder)).toEqual(['我的版面.html'])
    expect(readFileSync(target, 'utf8')).toContain('</html>')

    await desk.app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
    })
    expect(await valueOf(exportHtml(page?.id))).toMatchObject({ files: [], dismissed: true })
  })

  test('an export into a folder that cannot be written fails with a sentence and leaves nothing', async () => {
    const [page] = await valueOf<{ id: number }[]>(callFrom(desk.window, 'page.list', {}))
    const noFolder = path.join(desk.userData, 'no folder')
    writeFileSync(noFolder, '')
    await desk.app.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      },
      path.join(noFolder, 'such.html'),
    )
    expect(await valueOf(exportHtml(page?.id))).toMatchObject({
      files: [],
      failed: [{ code: 'file/unwritable', params: { name: 'such.html' } }],
    })
  })

  test('a dropped file is offered by token', async () => {
    // Until then nobody takes it.
    await desk.window.waitForSelector('.row')
    const file = path.join(desk.userData, '拖入.txt')
    writeFileSync(file, STORY)
    const offers = await countEvents(desk.window, 'files.offered')
    const client = await desk.window.context().newCDPSession(desk.window)
    const data = { items: [], files: [file], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await client.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
    await expect.poll(offers).toBe(1)
  })
})

test('the archive can be named, and a file with it', async () => {
  const folder = temporaryFolder()
  const archive = path.join(folder, 'mine', 'banxin.db')
  const desk = await launch({ archive })
  await callFrom(desk.window, 'archive.ping', {})
  expect(existsSync(archive)).toBe(true)
  expect(existsSync(path.join(desk.userData, 'archive'))).toBe(false)
  await desk.close()
})

test('a damaged archive gives a sentence, and the window stays', async () => {
  const archive = path.join(temporaryFolder(), 'banxin.db')
  writeFileSync(archive, 'This is no database. '.repeat(500))
  const desk = await launch({ archive })
  expect(await callFrom(desk.window, 'page.list', {})).toMatchObject({ ok: false, code: 'archive/damaged' })
  expect(readFileSync(archive, 'utf8')).toContain('This is no database. ')
  // It stays where the pages would stand: such an archive is not an empty one.
  await expect(desk.window.locator('.library-list')).toContainText('档案库已损坏')
  await expect(desk.window.locator('.library')).not.toContainText('还没有版面')
  await desk.close()
})

test('a close asks the window to save, remembers its place, and ends every process', async () => {
  const desk = await launch({ size: { width: 1111, height: 777 } })
  const archive = await archiveProcess(desk.pid)
  // The archive is made by then; one closed while it is being filled may leave its journal to the next start.
  await desk.window.waitForSelector('.row')
  await desk.close({ keep: true })
  expect(existsSync(path.join(desk.userData, 'window.json'))).toBe(true)
  expect(existsSync(path.join(desk.userData, 'archive', 'banxin.db-wal'))).toBe(false)
  expect(existsSync(`/proc/${archive}`)).toBe(false)

  const again = await launch({ userData: desk.userData })
  const { width } = JSON.parse(readFileSync(path.join(desk.userData, 'window.json'), 'utf8')) as { width: number }
  expect(width).toBe(1111)
  await again.close()
})
