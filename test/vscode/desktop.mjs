// Finds a desktop VS Code that can be started here.
import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { findProgram } from './install.mjs'

/**
 * The command that opens desktop VS Code, where it is installed and there is a screen to show it.
 * VS Code refuses to run as root.
 * @returns {string | undefined} path of the command `code`
 */
export function desktopCommand() {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (!hasScreen || process.env.CI || process.getuid?.() === 0) return undefined
  return findProgram(process.platform === 'win32' ? ['code.cmd'] : ['code'])
}

/**
 * The program behind that command, which unlike the command stays up until VS Code ends: GROUNDCHECK_VSCODE or the installed one.
 * @returns {string | undefined}
 */
export function desktopProgram() {
  if (process.env.GROUNDCHECK_VSCODE) return process.env.GROUNDCHECK_VSCODE
  const command = desktopCommand()
  if (!command) return undefined
  const script = realpathSync(command)
  return ['../../code', '../../Code.exe', '../../../../MacOS/Electron', '../../../../MacOS/Code']
    .map(path => resolve(script, path))
    .find(existsSync)
}
