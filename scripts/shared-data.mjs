// Names the folder of borrowed reference data (pages with gold, corpus, schemas) once; nothing of it is part of the project.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** The absolute path of `parts` inside the reference data, or undefined where it is absent (callers then skip, saying so). */
export function sharedData(...parts) {
  const file = path.resolve(root, process.env.BANXIN_SHARED ?? '../shared', ...parts)
  return existsSync(file) ? file : undefined
}
