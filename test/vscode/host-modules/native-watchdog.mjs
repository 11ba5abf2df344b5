// Stands in for the native watchdog of the VS Code server: the extension host ends itself when its parent is gone.
import { setInterval } from 'node:timers'

export function start(pid) {
  const watch = setInterval(() => {
    try {
      process.kill(pid, 0)
    } catch {
      process.exit(1)
    }
  }, 2000)
  watch.unref()
}

export const exit = code => process.exit(code)
