/** Finds the files of an import: those of folders that can be read, with the picture of the same base name, in the order of their names. */
import type { Dirent } from 'node:fs'
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

/** A folder as it really is, and what stands in it: nothing where it may not be looked into. */
type Looked = { readonly real: string; readonly listed: readonly Dirent[] | undefined }

async function lookInto(folder: string): Promise<Looked> {
  const [real, listed] = await Promise.all([
    realpath(folder).catch(() => folder),
    readdir(folder, { withFileTypes: true }).catch(() => undefined),
  ])
  return { real, listed }
}

/** So many folders are looked into before it is their turn: each waits for the disk, or for a network, and not for the others. */
const AHEAD = 8

/** `above` are the folders on the way, as they really are: a link back to one of them is not followed. */
async function* filesIn(
  folder: string,
  all: boolean,
  above: readonly string[],
  looked = lookInto(folder),
): AsyncGenerator<FoundFile> {
  const { real, listed } = await looked
  if (above.includes(real)) return
  if (!listed) {
    yield { path: folder, picture: null }
    return
  }
  const entries = listed.filter((e) => !e.name.startsWith('.')).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const pictures = pictureOf(
    folder,
    entries.filter((e) => !e.isDirectory()).map((e) => e.name),
  )
  const folders = entries.filter((e) => e.isDirectory()).map((e) => path.join(folder, e.name))
  const ahead = folders.splice(0, AHEAD).map(lookInto)
  for (const e of entries) {
    const full = path.join(folder, e.name)
    if (e.isDirectory()) {
      const next = folders.shift()
      if (next !== undefined) ahead.push(lookInto(next))
      yield* filesIn(full, all, [...above, real], ahead.shift())
      continue
    }
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
