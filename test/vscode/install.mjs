// Brings the programs that the VS Code tests and `npm start` need where no desktop VS Code is at hand:
// the VS Code server of the code-server package, the Node it runs on, and Chromium. Everything is kept in .vscode-test/.
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const codeServerVersion = '4.139.1'
const nodeVersion = '24.21.0'

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** The git-ignored folder for everything that is downloaded or made up on the way. */
export const cacheFolder = join(projectRoot, '.vscode-test')

const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const serverFolder = join(cacheFolder, `code-server-${codeServerVersion}-node-${nodeVersion}`)

/**
 * The VS Code server, installed at first use.
 * The folder gets its final name only when it is complete, so an interrupted installation is never mistaken for one.
 * @returns {Promise<{ node: string, main: string }>} the Node program and the script that starts the server
 */
export async function bringServer() {
  if (!existsSync(serverFolder)) await locked(installServer)
  return serverPrograms(serverFolder)
}

/**
 * The Chromium to open VS Code in: GROUNDCHECK_CHROMIUM, an installed one, or on Debian as root one from its packages.
 * @returns {Promise<string>} path of the program
 */
export async function bringChromium() {
  const found = findChromium()
  if (found) return found
  if (!isRootOnDebian()) {
    throw new Error(
      'No Chromium found. Install chromium (Debian: apt-get install chromium), Google Chrome or Microsoft Edge, or name one in GROUNDCHECK_CHROMIUM.',
    )
  }
  await locked(() => {
    if (findChromium()) return
    console.log('First run: installing the Debian package chromium …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['-qq', 'update'], { env })
    run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', 'chromium', 'fonts-dejavu-core'], { env })
  })
  return findChromium()
}

/**
 * The first of these programs that stands on the PATH.
 * @param {string[]} names
 * @returns {string | undefined} its full path
 */
export function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable)
}

function installServer() {
  if (existsSync(serverFolder)) return
  console.log('First run: installing the VS Code server in .vscode-test/ (about 250 MB to download, a minute or two) …')
  for (const name of readdirSync(cacheFolder))
    if (name.includes('.partial-')) rmSync(join(cacheFolder, name), { recursive: true, force: true })
  const partial = `${serverFolder}.partial-${process.pid}`
  mkdirSync(partial, { recursive: true })
  const dependencies = { 'code-server': codeServerVersion, [nodePackage]: nodeVersion }
  writeFileSync(join(partial, 'package.json'), JSON.stringify({ private: true, dependencies }))
  npmInstall(partial)
  npmInstall(join(partial, 'node_modules/code-server/lib/vscode'))
  replaceNativeModules(join(partial, 'node_modules/code-server/lib/vscode/node_modules'))
  accessSync(serverPrograms(partial).node, constants.X_OK)
  renameSync(partial, serverFolder)
}

function serverPrograms(folder) {
  const modules = join(folder, 'node_modules')
  return {
    node: join(modules, nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    main: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  }
}

// Install scripts are left out: they only build native modules, which would ask for compilers and headers.
function npmInstall(folder) {
  const options = ['install', '--prefix', folder, '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
  run('npm', [...options, '--engine-strict=false', '--loglevel=error'], { cwd: folder, shell: process.platform === 'win32' })
}

/** Two native modules that the server asks for get a plain one in their place: the log writer, and the watch on the parent process. */
function replaceNativeModules(modules) {
  for (const name of ['spdlog', 'native-watchdog']) {
    const folder = join(modules, '@vscode', name)
    copyFileSync(new URL(`host-modules/${name}.mjs`, import.meta.url), join(folder, 'index.mjs'))
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: `@vscode/${name}`, version: '0.0.0', main: 'index.mjs' }))
  }
}

function findChromium() {
  if (process.env.GROUNDCHECK_CHROMIUM) return process.env.GROUNDCHECK_CHROMIUM
  const installed = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ]
  return findProgram(['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge']) ?? installed.find(isExecutable)
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function run(command, parameters, options) {
  const { status, error } = spawnSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], ...options })
  if (status !== 0) throw error ?? new Error(`${command} ${parameters.join(' ')} failed with exit code ${status}`)
}

/** Does the work while no other process on this folder does; a lock whose owner is gone is taken over. */
async function locked(work) {
  const lock = join(cacheFolder, 'install.lock')
  mkdirSync(cacheFolder, { recursive: true })
  while (!tryLock(lock)) await delay(500)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function tryLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(lockOwner(lock))) rmSync(lock, { force: true })
    return false
  }
}

// 0, which counts as alive, while the owner is about to write its number or has just taken the lock away
function lockOwner(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
