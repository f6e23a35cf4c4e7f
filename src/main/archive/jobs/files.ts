/** Finds the files of an import: those of folders that can be read, with the picture of the same base name, in the order of their names. */
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { isReadable } from '../readers/index.ts'

export type FoundFile = {
  readonly path: string
  readonly picture: string | null
}

const PICTURE = /\.(?:jpe?g|png|webp)$/i

/**
 * A file that was named itself is given whatever it is called, so that its failure is told; `all` does the same for folders. So is a
 * folder that may not be looked into: as a file it fails, with the reason.
 */
export async function* filesOf(chosen: string, all = false): AsyncGenerator<FoundFile> {
  const info = await stat(chosen).catch(() => undefined)
  if (info?.isDirectory()) {
    yield* filesIn(chosen, all, [])
    return
  }
  const siblings = info ? await readdir(path.dirname(chosen)).catch(() => []) : []
  yield {
    path: chosen,
    picture: pictureOf(path.dirname(chosen), siblings).get(stem(path.basename(chosen))) ?? null,
  }
}

/** `above` are the folders on the way, as they really are: a link back to one of them is not followed. */
async function* filesIn(folder: string, all: boolean, above: readonly string[]): AsyncGenerator<FoundFile> {
  const real = await realpath(folder).catch(() => folder)
  if (above.includes(real)) return
  const listed = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (!listed) {
    yield { path: folder, picture: null }
    return
  }
  const entries = listed.filter((e) => !e.name.startsWith('.')).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const pictures = pictureOf(
    folder,
    entries.filter((e) => !e.isDirectory()).map((e) => e.name),
  )
  for (const e of entries) {
    const full = path.join(folder, e.name)
    // A link to nothing is taken for a file, so that it is told.
    const there = e.isSymbolicLink() ? await stat(full).catch(() => undefined) : e
    if (there?.isDirectory()) yield* filesIn(full, all, [...above, real])
    else if ((there?.isFile() ?? true) && (isReadable(e.name) || (all && !PICTURE.test(e.name))))
      yield { path: full, picture: pictures.get(stem(e.name)) ?? null }
  }
}

const stem = (name: string): string => name.replace(/(?:\.page)?\.[^.]{1,8}$/, '').toLowerCase()

const pictureOf = (folder: string, names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.filter((n) => PICTURE.test(n)).map((n) => [stem(n), path.join(folder, n)]))
