/** The archive's file is damaged, or gone from under the window: the window says so and has all of it again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { caretAt, saved, texts } from './harness/desk.ts'
import { launch } from './harness/launch.ts'
import type { Launched } from './harness/launch.ts'

let folder: string
let file: string
let desk: Launched

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-lost-'))
  file = path.join(folder, 'a.banxin')
  desk = await launch({ archive: file })
  await desk.call('page.paste', { name: '渡口', text: '# 渡口的灯\n\n灯亮了一夜。\n' })
})
test.afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

async function putBack(): Promise<void> {
  const { window } = desk
  await window.locator('.backup-list').getByRole('button', { name: '恢复到此备份' }).first().click()
  await window.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(window.locator('.toast', { hasText: '已恢复到' })).toBeVisible({ timeout: 20_000 })
}

const toBackups = async () => {
  await desk.window.keyboard.press('Control+Shift+B')
  await desk.window.locator('.door', { hasText: '备份与检查' }).click()
}

test('an archive that is too damaged to be opened is put back from its backup', async () => {
  await desk.call('backup.now', {})
  await desk.close()
  writeFileSync(file, readFileSync(file).fill(0, 0, 8192))
  desk = await launch({ archive: file })
  await expect(desk.window.locator('.toast', { hasText: '档案库已损坏' })).toBeVisible()
  await toBackups()
  await putBack()
  await desk.window.keyboard.press('Escape')
  await desk.window.locator('.row-main[title="渡口"]').click()
  await expect(desk.window.locator('.article-text').first()).toContainText('灯亮了一夜。')
})

test('what is typed when the archive was deleted is told not to be saved, and is saved when a backup took its place', async () => {
  const { window } = desk
  await window.locator('.row-main[title="渡口"]').click()
  await expect(window.locator('.article-text').first()).toContainText('灯亮了一夜。')
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  await caretAt(desk, '灯亮了一夜', 5)
  await window.keyboard.type('又一夜')
  await expect(window.locator('.toast', { hasText: '档案库文件已被移走、替换或删除' })).toBeVisible()
  await toBackups()
  await window.getByRole('button', { name: '立即备份' }).click()
  await expect(window.locator('.backup-list .list-row')).toHaveCount(1)
  await putBack()
  await expect(window.locator('.toast', { hasText: /^已恢复到 \S+ \S+ 的备份。$/ })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.locator('.status-save[data-kind=saved]')).toBeVisible()
  expect(await texts(desk)).toContain('灯亮了一夜又一夜。')
  await desk.close({ keep: true })
  desk = await launch({ archive: file })
  await desk.window.locator('.row-main[title="渡口"]').click()
  await expect(desk.window.locator('.article-text').first()).toContainText('灯亮了一夜又一夜。')
})

test('what is typed when another program wrote over the archive is told not to be saved, and is saved when a backup took its place', async () => {
  const { window } = desk
  const { name } = await desk.call('backup.now', {})
  await window.locator('.row-main[title="渡口"]').click()
  await caretAt(desk, '灯亮了一夜', 5)
  await window.keyboard.type('又一夜')
  await saved(desk)
  await desk.call('backup.now', {})
  const older = readFileSync(path.join(`${file}.backups`, name))
  writeFileSync(file, older)
  await window.keyboard.type('再一夜')
  await expect(window.locator('.toast', { hasText: '档案库文件被别的程序改写了' })).toBeVisible()
  await window.screenshot({ path: test.info().outputPath('overwritten.png') })
  expect(readFileSync(file).equals(older)).toBe(true)
  await toBackups()
  await putBack()
  await window.keyboard.press('Escape')
  await expect(window.locator('.status-save[data-kind=saved]')).toBeVisible()
  expect(await texts(desk)).toContain('灯亮了一夜又一夜再一夜。')
})
