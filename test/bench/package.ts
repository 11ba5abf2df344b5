// What is shipped: the size of each program, as it is and compressed.
//   node dist/test/bench/package.js
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { print, shown, table } from './scale/measure'

const programs = ['client', 'server', 'cli', 'worker'].map(name => `dist/${name}.js`).filter(existsSync)
const sizes = programs.map(program => {
  const bytes = readFileSync(program)
  return [bytes.length, gzipSync(bytes, { level: 9 }).length]
})
const total = [0, 1].map(at => sizes.reduce((sum, size) => sum + size[at], 0))
const rows = [...programs.map((program, at) => [program, ...sizes[at].map(size => shown(size / 1000))]), ['all', ...total.map(size => shown(size / 1000))]] // prettier-ignore
print(table('Programs, kB', ['program', 'plain', 'compressed'], rows))
