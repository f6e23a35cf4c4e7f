/** For tests of jobs: a folder of files with an archive beside it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { article, block, page } from '../../../shared/page/build.ts'
import type { Context, Jobs } from '../context.ts'
import type { Db } from '../store/db.ts'
import { freshDb } from '../store/testing.ts'
import { openTest, temporaryFolder } from '../testing.ts'
import { openBench } from '../workshop/bench.ts'
import { makeJobs } from './jobs.ts'

/** A short story of its own. */
export const STORY = (i: number) =>
  `第${i}盏灯\n\n本报记者 林一舟\n\n入夜以后，老街的第${i}盏灯亮起来。修灯的人说，灯亮了，路就短了，第${i}回。\n`

/** A paragraph as long as those of a page. */
export const LONG =
  '修灯的人姓周，在这条街上修了三十年的灯，认得每一根灯杆。春天换灯泡，秋天刷油漆，冬天最怕刮大风，夜里要起来看两回。街坊们都叫他灯师傅，谁家的灯不亮了，站在街口喊一声就行。'

/** A picture of 1 × 1 pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A page as our own JSON has it. */
export const OWN = { ...page([article([block('headline', '灯')])]), meta: { date: '2022-10-21', number: '03' } }

/** Puts `files` into a folder and gives it with what opens an archive beside it, again and again. */
export const withFolder = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string, open: () => ReturnType<typeof openTest>) => Promise<void>,
) => {
  const { folder, remove } = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, 'in', name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  const opened: Awaited<ReturnType<typeof openTest>>[] = []
  try {
    await work(path.join(folder, 'in'), async () => {
      const archive = await openTest({ path: path.join(folder, 'a.banxin'), segment: false })
      opened.push(archive)
      return archive
    })
  } finally {
    for (const archive of opened) await archive.close()
    remove()
  }
}

export type Run = ReturnType<typeof openBench>['run']

/** Jobs on an archive whose workshop is `bench`, but for what it does with `run`, in two hands; `fails` says when nothing can be read. */
export const jobsOf = (
  folder: string,
  run: (bench: Run, db: Db) => Run = (bench) => bench,
  fails = () => false,
): { readonly jobs: Jobs; readonly db: Db } => {
  const bench = openBench(() => [], false)
  const db = freshDb()
  const shut = freshDb()
  shut.close()
  // What jobs ask of an archive.
  const context = {
    get db() {
      return fails() ? shut : db
    },
    path: folder,
    workshop: { ...bench, hands: () => 2, run: run(bench.run, db) },
    emit: () => {},
    changed: () => {},
    stored: () => {},
    asked: () => 0,
    who: () => '编辑',
    log: (message: string, error: unknown) => console.error(message, error),
  } as unknown as Context
  return { jobs: makeJobs(context), db }
}
