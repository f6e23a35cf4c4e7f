/** The archivist's day: a folder comes in, is put right, looked through, thrown away and brought back; nothing is ever lost. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from './harness/launch.ts'
import type { Launched } from './harness/launch.ts'

let folder: string
let desk: Launched

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-archive-'))
  desk = await launch()
  await desk.window.waitForSelector('.row')
})
test.afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const TALES = ['渔船归港', '新茶开采', '老街亮灯', '校车改线'] as const

/** Two issues of four pages with a day missing between them, one page twice, one file empty. */
function makeFolder(): string {
  const paper = path.join(folder, '青浦日报')
  for (const date of ['2026-03-11', '2026-03-13']) {
    mkdirSync(path.join(paper, date), { recursive: true })
    for (const [i, tale] of TALES.entries())
      writeFileSync(
        path.join(paper, date, `A0${i + 1}.txt`),
        `# ${tale}\n\n${date}，${tale}的消息传遍全城。\n\n记者在现场看到，${tale}之后大家都很高兴。\n`,
      )
  }
  writeFileSync(path.join(paper, '2026-03-13', 'A05.txt'), '')
  const twin = `# ${TALES[0]}\n\n2026-03-11，${TALES[0]}的消息传遍全城。\n\n记者在现场看到，${TALES[0]}之后大家都很高兴。\n`
  writeFileSync(path.join(paper, '2026-03-13', 'B01.txt'), twin)
  return paper
}

async function importFolder(): Promise<void> {
  const { window, app } = desk
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  }, makeFolder())
  await window.keyboard.press('Control+Alt+o')
  await expect(window.locator('.correction-row[data-known]')).toHaveCount(10)
}

const door = (name: string) => desk.window.locator('.door', { hasText: name })

test('a folder comes in as a job: named, corrected, read, reported, and its report is there the next day', async () => {
  const { window } = desk
  await importFolder()
  await expect(window.locator('.job strong')).toHaveText('青浦日报')
  const number = window.getByLabel('2026-03-13/A04.txt 的版次')
  await expect(number).toHaveValue('A04')
  await expect(window.getByLabel('2026-03-13/A04.txt 的日期')).toHaveValue('2026-03-13')
  await expect(number).toHaveAccessibleDescription('从路径推断')
  await number.fill('A08')
  await number.press('Enter')
  await expect(window.getByLabel('2026-03-13/A05.txt 的版次')).toBeFocused()
  await expect(window.getByLabel('2026-03-13/A04.txt 的版次')).toHaveAccessibleDescription('手工改定')
  await window.screenshot({ path: test.info().outputPath('sources.png') })
  await window.getByLabel('全部文件的版名').fill('要闻')
  await window.getByRole('button', { name: '应用' }).click()
  await expect(window.getByLabel('2026-03-11/A01.txt 的版名')).toHaveValue('要闻')
  await window.getByRole('button', { name: '导入 10 个文件' }).press('Enter')
  await expect(window.locator('.job[data-state=done]')).toBeVisible({ timeout: 30_000 })
  await expect(window.locator('.report')).toBeFocused()
  await expect(window.getByRole('tab', { name: /新入库/ })).toContainText('8')
  await expect(window.getByRole('tab', { name: /重复/ })).toContainText('1')
  await window.getByRole('tab', { name: /失败/ }).click()
  await expect(window.locator('.report-row')).toContainText('文件是空的：A05.txt')

  await door('版面库').click()
  await window.locator('.column-row', { hasText: '青浦日报' }).click()
  await expect(window.locator('.grid-row', { hasText: 'A08 要闻' })).toBeVisible()
  await window.getByRole('button', { name: '出版日历' }).click()
  await expect(window.locator('.calendar button', { hasText: '11' })).toBeVisible()

  await desk.close({ keep: true })
  const { userData } = desk
  desk = await launch({ userData })
  await desk.window.waitForSelector('.row')
  await desk.window.keyboard.press('Control+Shift+I')
  await expect(desk.window.locator('.job[data-state=done]')).toContainText('10 / 10')
  await desk.window.getByRole('tab', { name: /失败/ }).click()
  await expect(desk.window.locator('.report-row')).toContainText('A05.txt')
})

test('what only the first lines of a file say is kept as it stands in the cell once a person confirms it', async () => {
  const { window, app } = desk
  const file = path.join(folder, '来稿', 'x.txt')
  mkdirSync(path.dirname(file))
  writeFileSync(file, `青浦日报 2026年3月13日 星期五 第02版 要闻\n\n# ${TALES[0]}\n\n${TALES[0]}的消息传遍全城。\n`)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path.dirname(file))
  await window.keyboard.press('Control+Alt+o')
  const cell = (name: string) => window.getByLabel(`x.txt 的${name}`)
  await expect(cell('版名')).toHaveValue('要闻')
  await expect(cell('日期')).toHaveValue('2026-03-13')
  await expect(cell('日期')).toHaveAccessibleDescription('从文件开头的报眉推断')
  await cell('报纸').focus()
  await window.keyboard.press('Tab')
  await cell('版次').fill('03')
  await cell('版次').fill('02')
  await cell('版名').press('Enter')
  await expect(cell('版名')).toHaveAccessibleDescription('手工改定')
  const kept = async () => {
    const [{ id = 0 } = {}] = await desk.call('job.list', {})
    return desk.call('job.files', { id, offset: 0, limit: 1 })
  }
  await expect.poll(kept).toMatchObject({ files: [{ meta: { number: '02', section: '要闻' } }] })
  expect(JSON.stringify(await kept())).not.toContain('2026-03-13')
})

test('pages go to the bin by keys, come back by undo, and from the bin', async () => {
  const { window } = desk
  await importFolder()
  await window.getByRole('button', { name: '导入 10 个文件' }).click()
  await expect(window.locator('.job[data-state=done]')).toBeVisible({ timeout: 30_000 })
  await door('版面库').click()
  await window.locator('.column-row', { hasText: '青浦日报' }).click()
  await expect(window.locator('.grid-row')).toHaveCount(8)
  await window.locator('.grid-row').first().focus()
  await window.keyboard.press('Space')
  await window.keyboard.press('Shift+PageDown')
  await expect(window.locator('.bulk')).toContainText('已选 8 版')
  // Too far: what is left again is not chosen any more.
  for (let row = 7; row > 2; row--) await window.keyboard.press('Shift+ArrowUp')
  await expect(window.locator('.bulk')).toContainText('已选 3 版')
  await window.getByRole('button', { name: '移入回收站', exact: true }).click()
  await expect(window.locator('.grid-row')).toHaveCount(5)
  await window.locator('.bulk').getByRole('button', { name: '撤销' }).click()
  await expect(window.locator('.grid-row')).toHaveCount(8)

  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+Shift+B')
  await window.locator('.column-row', { hasText: '青浦日报' }).click()
  await window.locator('.grid-row').first().focus()
  await window.keyboard.press('Control+a')
  await expect(window.locator('.bulk')).toContainText('已选 8 版')
  await window.getByRole('button', { name: '移动…' }).click()
  await window.getByRole('combobox', { name: '报纸' }).fill('青浦晚报')
  await window.getByRole('button', { name: '移动', exact: true }).click()
  await expect(window.locator('.column-row', { hasText: '青浦晚报' })).toBeVisible()

  await window.locator('.column-row', { hasText: '青浦晚报' }).click()
  await expect(window.locator('.grid-row')).toHaveCount(8)
  await window.locator('.grid-row').first().focus()
  await window.keyboard.press('Space')
  await window.getByRole('button', { name: '移入回收站', exact: true }).click()
  await expect(window.locator('.grid-row')).toHaveCount(7)
  await door('回收站').click()
  await expect(window.locator('.bin-pages .list-row')).toContainText('保留到')
  await window.locator('.bin-pages .check').click()
  await window.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(window.locator('.bin-pages .list-row')).toHaveCount(0)
  await expect(window.locator('.bin')).toContainText('回收站是空的')
})

test('a backup is made, verified and put back; the dictionary takes a list', async () => {
  const { window } = desk
  await window.keyboard.press('Control+Shift+B')
  await door('备份与检查').click()
  await window.getByRole('button', { name: '立即备份' }).click()
  await expect(window.locator('.backup-list .list-row').first()).toBeVisible({ timeout: 20_000 })
  await window.getByRole('button', { name: '检查档案' }).click()
  await expect(window.locator('.verdict')).toContainText('档案完好')
  await desk.call('page.paste', { name: 'later', text: '后来的一页。' })
  await window.locator('.backup-list').getByRole('button', { name: '恢复到此备份' }).last().click()
  await window.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(window.locator('.toast', { hasText: '已恢复到' })).toBeVisible({ timeout: 20_000 })
  const found = await desk.call('search.count', { query: '后来的一页' })
  expect(found).toMatchObject({ total: 0 })
  // It can be thought better of.
  const former = window.locator('.backup-list .list-row', { hasText: '恢复前的档案' })
  await window.screenshot({ path: test.info().outputPath('former.png') })
  await former.getByRole('button', { name: '恢复到此备份' }).click()
  await window.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(former).toHaveCount(2, { timeout: 20_000 })
  expect(await desk.call('search.count', { query: '后来的一页' })).toMatchObject({ total: 1 })
  await former.first().getByRole('button', { name: '删除恢复前的档案' }).click()
  await expect(window.getByRole('dialog')).toContainText('找不回来')
  await window.screenshot({ path: test.info().outputPath('remove.png') })
  await window.getByRole('button', { name: '彻底删除' }).click()
  await expect(former).toHaveCount(1)
  // What a killed program had not written into an archive that is gone lies there too.
  const { archive } = await desk.call('app.info', {})
  writeFileSync(`${archive}.before-2022-05-04T08-00-00.000-wal`, new Uint8Array(41_232))
  await door('词典').click()
  await door('备份与检查').click()
  const log = window.locator('.backup-list .list-row', { hasText: '没有写进档案' })
  await expect(log).toContainText('0.04 MB')
  await expect(log.getByRole('button', { name: '恢复到此备份' })).toHaveCount(0)
  await window.screenshot({ path: test.info().outputPath('log.png') })
  await log.getByRole('button', { name: '删除没有写进档案的改动' }).click()
  await expect(window.getByRole('dialog')).toContainText('只有连同当时那份档案才用得上')
  await window.screenshot({ path: test.info().outputPath('log-remove.png') })
  await window.getByRole('button', { name: '彻底删除' }).click()
  await expect(log).toHaveCount(0)

  await door('词典').click()
  const list = path.join(folder, 'words.txt')
  // 青浦湾 地名 / 龙桂生 人名, in the GB encoding that such lists come in.
  writeFileSync(list, Buffer.from('c7e0c6d6cde520b5d8c3fb0ac1fab9f0c9fa20c8cbc3fb0a', 'hex'))
  await window.getByLabel('从文本导入…').setInputFiles(list)
  await expect(window.locator('.word-row')).toHaveCount(2)
  await expect(window.locator('.word-row', { hasText: '青浦湾' })).toContainText('地名')
})
