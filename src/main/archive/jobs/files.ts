/** Finds the files of an import: what can be read, with the picture of the same base name, in the order of the names; and what is left out. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { baseName } from '../intake-file.ts'
import { isReadable } from '../readers/index.ts'

export type FoundFile = {
  readonly path: string
  readonly picture: string | null
}

export type Found = {
  readonly files: readonly FoundFile[]
  /** The names of what cannot be read in: files of other kinds, and pictures that belong to no file. */
  readonly skipped: readonly string[]
}

export const PICTURE = /\.(?:jpe?g|png|webp)$/i
/** What a folder does not show: by its first dot, and what Windows keeps hidden in folders of its own making. */
export const HIDDEN = /^(?:\.|(?:thumbs\.db|desktop\.ini)$)/i

/** Of folders that were looked into, the pictures by what they are called. */
export type Pictures = Map<string, Promise<ReadonlyMap<string, string>>>

/**
 * The files of what was chosen, a folder's at once, with what its folder has besides. A file that was named itself is given whatever it
 * is called, so that its failure is told; `all` does the same for folders. So is a folder that may not be looked into: as a file it
 * fails, with the reason. `beside` is what is known of folders in which others were chosen: thousands of files may lie in one.
 */
export async function* filesOf(chosen: string, all = false, beside: Pictures = new Map()): AsyncGenerator<Found> {
  const info = await stat(chosen).catch(() => undefined)
  if (info?.isDirectory()) {
    yield* filesIn(lookInto(chosen), all, [])
    return
  }
  const pictures = info ? await picturesIn(path.dirname(chosen), beside) : undefined
  yield { files: [{ path: chosen, picture: pictures?.get(stem(path.basename(chosen))) ?? null }], skipped: [] }
}

function picturesIn(folder: string, beside: Pictures): Promise<ReadonlyMap<string, string>> {
  const known = beside.get(folder)
  if (known) return known
  const pictures = readdir(folder).then(
    (names) => pictureOf(folder, names),
    () => new Map<string, string>(),
  )
  beside.set(folder, pictures)
  return pictures
}

/** The chosen with its pictures last: by then it is known which of them belong to a file. */
export const picturesLast = (chosen: readonly string[]): readonly string[] => [
  ...chosen.filter((file) => !PICTURE.test(file)),
  ...chosen.filter((file) => PICTURE.test(file)),
]

/** What stands in a folder, nothing where it may not be looked into; and where the folder really is. */
type Looked = {
  readonly folder: string
  readonly real: string | Promise<string>
  readonly listed: Promise<readonly Dirent[] | undefined>
}

const lookInto = (folder: string, real: Looked['real'] = realpath(folder).catch(() => folder)): Looked => ({
  folder,
  real,
  listed: readdir(folder, { withFileTypes: true }).catch(() => undefined),
})

/** So many folders are looked into before it is their turn: each waits for the disk, or for a network, and not for the others. */
const AHEAD = 8

/** `above` are the folders on the way, as they really are: a link back to one of them is not followed. */
async function* filesIn(looked: Looked, all: boolean, above: readonly string[]): AsyncGenerator<Found> {
  const { folder } = looked
  const real = await looked.real
  if (above.includes(real)) return
  const way = [...above, real]
  const listed = await looked.listed
  if (!listed) {
    yield { files: [{ path: folder, picture: null }], skipped: [] }
    return
  }
  const entries = listed.filter((e) => !HIDDEN.test(e.name)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const pictures = pictureOf(
    folder,
    entries.filter((e) => !e.isDirectory()).map((e) => e.name),
  )
  // What is no link really is where it is found.
  const folders = entries.filter((e) => e.isDirectory()).map(({ name }) => name)
  const lookAhead = () => folders.splice(0, 1).map((name) => lookInto(path.join(folder, name), path.join(real, name)))
  const ahead = Array.from({ length: AHEAD }, lookAhead).flat()
  const files: FoundFile[] = []
  const others: string[] = []
  const taken = new Set<string>()
  for (const e of entries) {
    const full = path.join(folder, e.name)
    const there = e.isSymbolicLink() ? await stat(full).catch(() => undefined) : e
    if (there?.isDirectory()) {
      yield { files: files.splice(0), skipped: [] }
      ahead.push(...lookAhead())
      yield* filesIn((there === e && ahead.shift()) || lookInto(full), all, way)
    }
    // A link to nothing is taken for a file, so that it is told.
    else if (!(there?.isFile() ?? true)) continue
    else if (isReadable(e.name) || (all && !PICTURE.test(e.name))) {
      const picture = pictures.get(stem(e.name)) ?? null
      files.push({ path: full, picture })
      if (picture !== null) taken.add(picture)
    } else others.push(e.name)
  }
  yield { files, skipped: others.filter((name) => !taken.has(path.join(folder, name))) }
}

/** What kind of file a name says it is: its ending in small letters; '' where it has none, or one that tells none, as a day's number. */
export const kindOf = (name: string): string => /\.(?!\d+$)([a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** By what a file and its picture are matched: `x.jpg`, `x.page.jpg` and `x.page.json.jpg` all belong to `x.page.json`. */
export const stem = (name: string): string =>
  baseName(name)
    .toLowerCase()
    .replace(/(?:\.page(?:\.json)?)+$/, '')

const pictureOf = (folder: string, names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.filter((n) => PICTURE.test(n)).map((n) => [stem(n), path.join(folder, n)]))
