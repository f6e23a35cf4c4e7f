/** For tests of jobs: a folder of files with an archive beside it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { article, block, page } from '../../../shared/page/build.ts'
import { openTest, temporaryFolder } from '../testing.ts'

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
