/** What the program was started with: an archive to open and files to import. */
import path from 'node:path'

export type Arguments = { readonly archive?: string; readonly files: readonly string[] }

/**
 * `argv` without the executable. An unpackaged Electron has the application's folder as its first plain argument.
 * Relative paths are resolved against `folder`. Switches that are not ours belong to Chromium and are passed over.
 */
export function parseArguments(argv: readonly string[], packaged: boolean, folder: string): Arguments {
  const plain: string[] = []
  let archive: string | undefined
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? ''
    if (argument === '--archive') archive = argv[++i]
    else if (argument.startsWith('--archive=')) archive = argument.slice('--archive='.length)
    else if (argument !== '' && !argument.startsWith('-')) plain.push(argument)
  }
  const files = (packaged ? plain : plain.slice(1)).map((file) => path.resolve(folder, file))
  return archive ? { archive: path.resolve(folder, archive), files } : { files }
}
