import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { PNG } from './jobs/testing.ts'
import { openTest, temporaryFolder } from './testing.ts'

const STORY = (n: number) => `# 灯塔\n\n第${n}盏灯亮了一夜，守灯的人说它没有灭过。\n`

/** An archive that keeps house, its folder, and how many pages it has. */
async function keeping(work: (opened: Awaited<ReturnType<typeof openTest>>, folder: string) => Promise<void>) {
  const { folder, remove } = temporaryFolder()
  const file = path.join(folder, 'a.banxin')
  const first = await openTest({ path: file })
  await first.call('watch.set', { path: path.join(folder, '收件'), publication: '江城晚报' })
  await first.close()
  symlinkSync('收件', path.join(folder, '收件'))
  const opened = await openTest({ path: file, watch: true })
  try {
    await work(opened, folder)
  } finally {
    await opened.close()
    remove()
  }
}
const pagesOf = ({ call }: Awaited<ReturnType<typeof openTest>>, n: number) =>
  vi.waitFor(async () => expect(await call('page.list', {})).toHaveLength(n), { timeout: 20_000, interval: 100 })

test('a watched folder that cannot be looked at is one that is not there, until it can', () =>
  keeping(async (opened, folder) => {
    expect(await opened.call('watch.get', {})).toMatchObject({ path: path.join(folder, '收件'), there: false })
    rmSync(path.join(folder, '收件'))
    mkdirSync(path.join(folder, '收件'))
    writeFileSync(path.join(folder, '收件', 'A01.txt'), STORY(1))
    await pagesOf(opened, 1)
    expect(await opened.call('watch.get', {})).toMatchObject({ there: true })
  }))

test('a watched folder that goes, as a drive does, and comes again, at once or after it was missed, is watched again', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  return keeping(async (opened, folder) => {
    const inbox = path.join(folder, '收件')
    rmSync(inbox)
    for (const [n, missed] of [
      [1, 0],
      [2, 10_000],
      [3, 0],
    ] as const) {
      mkdirSync(inbox)
      writeFileSync(path.join(inbox, `2022-10-2${n}_A04.txt`), STORY(n))
      await pagesOf(opened, n)
      rmSync(inbox, { recursive: true })
      vi.advanceTimersByTime(missed)
      expect(await opened.call('watch.get', {})).toMatchObject({ path: inbox, there: false })
    }
    const last = (await opened.call('page.list', {})).find((p) => p.meta.date === '2022-10-23')
    expect(last?.meta).toEqual({ publication: '江城晚报', date: '2022-10-23', number: 'A04' })
  })
})

test('an archive that a backup has replaced watches the folder that the backup knows', () =>
  keeping(async (opened, folder) => {
    const { name } = await opened.call('backup.now', {})
    await opened.call('watch.set', { path: path.join(folder, '别处') })
    await opened.call('backup.restore', { name })
    expect(await opened.call('watch.get', {})).toMatchObject({ path: path.join(folder, '收件') })
    rmSync(path.join(folder, '收件'))
    for (const place of ['别处', '收件']) {
      mkdirSync(path.join(folder, place))
      writeFileSync(path.join(folder, place, `${place}.txt`), STORY(place === '收件' ? 1 : 2))
    }
    await pagesOf(opened, 1)
    expect((await opened.call('page.list', {})).map((p) => p.name)).toEqual(['收件'])
  }))

test('a file in the watched folder that is written on after a rest is taken in whole', () =>
  keeping(async (opened, folder) => {
    rmSync(path.join(folder, '收件'))
    mkdirSync(path.join(folder, '收件'))
    const file = path.join(folder, '收件', 'A01.txt')
    writeFileSync(file, STORY(1))
    await pagesOf(opened, 1)
    appendFileSync(file, STORY(2))
    await pagesOf(opened, 2)
    const { source } = await opened.call('page.get', { id: 2 })
    expect(source).toBe(STORY(1) + STORY(2))
  }))

test('what a folder does not show is not taken in, as with an import of the folder', () =>
  keeping(async (opened, folder) => {
    rmSync(path.join(folder, '收件'))
    mkdirSync(path.join(folder, '收件', '.trash'), { recursive: true })
    for (const [n, name] of ['.~lock.txt', '.trash/旧.txt', 'A01.txt'].entries())
      writeFileSync(path.join(folder, '收件', name), STORY(n))
    await pagesOf(opened, 1)
    writeFileSync(path.join(folder, '收件', '.~lock2.txt'), STORY(8))
    writeFileSync(path.join(folder, '收件', 'A02.txt'), STORY(9))
    await pagesOf(opened, 2)
    expect((await opened.call('page.list', {})).map((p) => p.name).toSorted()).toEqual(['A01', 'A02'])
  }))

test('a picture that comes to the watched folder after its text comes to its page, whole, and with no import of its own', () =>
  keeping(async (opened, folder) => {
    rmSync(path.join(folder, '收件'))
    mkdirSync(path.join(folder, '收件'))
    writeFileSync(path.join(folder, '收件', 'A01.txt'), STORY(1))
    await pagesOf(opened, 1)
    const picture = path.join(folder, '收件', 'A01.png')
    const shown = (bytes: Uint8Array) =>
      vi.waitFor(
        async () => {
          const { sha256 = '' } = (await opened.call('page.picture', { id: 1 })) ?? {}
          expect((await opened.call('picture.get', { sha256 }))?.bytes.length).toBe(bytes.length)
        },
        { timeout: 20_000, interval: 100 },
      )
    writeFileSync(picture, PNG.subarray(0, 50))
    await shown(PNG.subarray(0, 50))
    appendFileSync(picture, PNG.subarray(50))
    await shown(PNG)
    writeFileSync(path.join(folder, '收件', 'A02.png'), PNG)
    writeFileSync(path.join(folder, '收件', 'A02.txt'), STORY(2))
    await pagesOf(opened, 2)
    expect(await opened.call('page.picture', { id: 2 })).toMatchObject({ width: 1 })
    expect(await opened.call('job.list', {})).toMatchObject([{ total: 2, pages: 2 }])
  }))

test('what came to the watched folder in one day is one import, and at the next start only what is new since is added', async () => {
  const { folder, remove } = temporaryFolder()
  onTestFinished(remove)
  const inbox = path.join(folder, '收件')
  mkdirSync(inbox)
  const open = () => openTest({ path: path.join(folder, 'a.banxin'), watch: true })
  const put = (n: number) => writeFileSync(path.join(inbox, `A0${n}.txt`), STORY(n))
  const first = await open()
  await first.call('watch.set', { path: inbox })
  for (const n of [1, 2]) {
    put(n)
    await pagesOf(first, n)
  }
  await first.close()
  const second = await open()
  put(3)
  await pagesOf(second, 3)
  expect(await second.call('job.list', {})).toMatchObject([{ kind: 'watch', label: inbox, total: 3, pages: 3 }])
  await second.close()
})
