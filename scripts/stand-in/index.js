// Gives the stand-in Electron what its build lacks: `-r FILE` loads a script first, the first plain argument names the application.
const path = require('node:path')
const { app } = require('electron')

if (process.argv[1] === '-r') {
  const [, first] = process.argv.splice(1, 2)
  require(path.resolve(first))
}
const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = require(path.join(folder, 'package.json'))
process.env.BANXIN_STAND_IN = '1'
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(folder)
require(path.join(folder, manifest.main))
