// Stands in for the native log writer of the VS Code server: the same calls, plain appends to the log file.
// Levels count from 0 (trace) to 6 (off); files are small here and are not rotated.
import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical']

export class Logger {
  constructor(_type, _name, file) {
    this.file = file
    this.level = 2
    this.plain = false
    mkdirSync(dirname(file), { recursive: true })
  }

  write(level, message) {
    if (levels.indexOf(level) < this.level) return
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '')
    appendFileSync(this.file, this.plain ? message : `${time} [${level}] ${message}\n`)
  }

  getLevel() {
    return this.level
  }

  setLevel(level) {
    this.level = level
  }

  clearFormatters() {
    this.plain = true
  }

  setPattern() {}
  flush() {}
  drop() {}
}

for (const level of levels) {
  Logger.prototype[level] = function (message) {
    this.write(level, message)
  }
}

export const version = 0
export const setLevel = () => {}
export const setFlushOn = () => {}
export const createRotatingLogger = async (name, file) => new Logger('rotating', name, file)
export const createAsyncRotatingLogger = createRotatingLogger
