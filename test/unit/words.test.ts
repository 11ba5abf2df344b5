import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  areAntonyms,
  areSynonyms,
  commonness,
  conceptNamed,
  conceptsOf,
  related,
  relatedConcepts,
  stem,
  stemHash,
} from '../../server/src/core/words/concepts'
import { closeMeaning, countries, opposites, sameMeaning } from '../../server/src/core/words/newsWords'
import { isFunctionWord } from '../../server/src/core/words/stopwords'
import wordnet from '../../server/src/core/words/wordnet.json'
import { tokenize } from '../../server/src/core/text/tokens'

const linesOf = (list: string): string[] => list.trim().split('\n')

test('all forms of a word have one stem', () => {
  const families = `
    country countries
    rise rises rose risen rising
    fall falls fell fallen falling
    win wins won winning
    say says said saying
    meet meets met meeting meetings
    man men
    die dies died dying
    hope hopes hoped hoping
    hop hops hopped hopping
    rate rates rated rating
    plan plans planned planning
    use uses used using
    add adds added adding
    agree agrees agreed agreeing
    expire expires expired expiring
    negotiate negotiates negotiated negotiating
    charge charges charged charging
    control controls controlled controlling
    visit visits visited visiting
    pass passes passed passing
    study studies studied studying
    movie movies
    hero heroes
    virus viruses
    crisis crises
    house houses housed housing
    cause causes caused causing
    labour labor labours
    organise organize organised organizing
    fulfil fulfill fulfilled
    centre center centres
    high higher highest
    Tariff TARIFFS`
  for (const family of linesOf(families)) {
    const words = family.trim().split(' ')
    for (const word of words) assert.equal(stem(word), stem(words[0]), `${word} as ${words[0]}`)
  }
})

test('different words keep different stems', () => {
  const pairs =
    'us use, plane plan, new news, hop hope, aid aide, unit united, wine win, fine fin, one on, bus buse, care car, policy police'
  for (const pair of pairs.split(', ')) {
    const [one, other] = pair.split(' ')
    assert.notEqual(stem(one), stem(other), pair)
  }
})

test('stemming takes any text', () => {
  for (const word of ['', 's', 'ed', 'ing', 'é', 'Ökonomie', 'ʼs', 'sssss', 'eeee', 'y', 'yyyed']) assert.equal(typeof stem(word), 'string')
})

/** The concepts of a text's words, one an expression. */
function conceptsIn(text: string): number[] {
  return [...conceptsOf(tokenize(text))].filter(concept => concept !== 0)
}

test('texts in different words have the same concepts', () => {
  const pairs: [string, string][] = [
    ['tariffs', 'levy'],
    ['The truce runs out', 'the ceasefire expired'],
    ['A cease-fire lapses', 'a truce expired'],
    ['vice-premier', 'deputy prime minister'],
    ['100 per cent', '100 percent'],
    ['cops arrested', 'police officers detained'],
    ['talks kicked off', 'negotiations began'],
    ['the U.S. economy', 'the American economy'],
    ['the US economy', 'the U.S. economy'],
    ['British firms', 'UK companies'],
  ]
  for (const [one, other] of pairs) assert.deepEqual(conceptsIn(one), conceptsIn(other), `${one} | ${other}`)
})

test('an expression needs all its words, and a name in capitals its capitals', () => {
  assert.notEqual(conceptsOf(tokenize('us'))[0], conceptsOf(tokenize('US'))[0])
  assert.notEqual(conceptsOf(tokenize('run fast'))[0], conceptNamed('run out'))
  assert.deepEqual([...conceptsOf(tokenize('ran out, ran'))].slice(1, 3), [0, 0])
  assert.equal(conceptsOf(tokenize('ran'))[0], conceptNamed('run'))
})

test('a concept leaves its lowest bit free; symbols have none', () => {
  const concepts = conceptsOf(tokenize('The 38 lorries (and 1 car) ran out of petrol!'))
  for (const concept of concepts) assert.equal(concept & 1, 0)
  const tokens = tokenize('a, b')
  assert.equal(conceptsOf(tokens)[1], 0)
})

test('words of news that stand for one another are near, opposites are not', () => {
  const near =
    'duty tariff, truce pause, buy acquire, announce announcement, negotiator negotiate, kill murder, win beat, expire end, film drama, postponement delay, telephone call, china beijing'
  for (const pair of near.split(', ')) {
    const [a, b] = pair.split(' ').map(conceptNamed)
    const degree = related(a, b)
    assert.ok(degree >= 0.5 && degree <= 1, `${pair}: ${degree}`)
    assert.equal(related(b, a), degree, pair)
    assert.equal(areAntonyms(a, b), false, pair)
  }
  const opposite =
    'rise fall, increase decrease, buy sell, win lose, import export, first last, before after, male female, more less, open close'
  for (const pair of opposite.split(', ')) {
    const [a, b] = pair.split(' ').map(conceptNamed)
    assert.equal(areAntonyms(a, b), true, pair)
    assert.equal(areAntonyms(b, a), true, pair)
    assert.equal(related(a, b), 0, pair)
    assert.ok(!relatedConcepts(a).includes(b), pair)
  }
  const strange = 'tariff soybean, expire announce, monday tuesday, million billion, october november'
  for (const pair of strange.split(', ')) {
    const [a, b] = pair.split(' ').map(conceptNamed)
    assert.equal(related(a, b), 0, pair)
  }
})

test('nearness and neighbours agree, and a word is the synonym of itself', () => {
  const rise = conceptNamed('rise')
  assert.ok(relatedConcepts(rise).length > 3)
  for (const neighbour of relatedConcepts(rise)) assert.ok(related(rise, neighbour) > 0)
  assert.equal(related(rise, conceptNamed('climbed')), 1)
  assert.ok(areSynonyms(stemHash('killed'), stemHash('deaths')))
  assert.ok(!areSynonyms(stemHash('killed'), stemHash('injured')))
  assert.deepEqual(relatedConcepts(conceptNamed('qwertz')), [])
})

test('the lists say nothing twice and nothing against themselves', () => {
  const lineOf = new Map<string, string>()
  for (const line of [...linesOf(sameMeaning), ...linesOf(countries)]) {
    for (const member of line.split(', ')) {
      const key = member.split(' ').map(stem).join(' ')
      assert.equal(lineOf.get(key) ?? line, line, `${member} stands in two lines`)
      lineOf.set(key, line)
    }
  }
  for (const line of linesOf(opposites)) {
    const [left, right] = line.split(' / ').map(side => side.split(', '))
    for (const a of left) for (const b of right) assert.notEqual(conceptNamed(a), conceptNamed(b), `${line}: one concept`)
  }
  for (const line of linesOf(closeMeaning)) {
    const members = line.split(', ')
    for (const a of members)
      for (const b of members) assert.ok(!areAntonyms(conceptNamed(a), conceptNamed(b)), `${line}: ${a} against ${b}`)
  }
})

test('the notice of WordNet stands beside its data, which is small', () => {
  const folder = 'server/src/core/words'
  assert.match(readFileSync(`${folder}/wordnet-license.txt`, 'utf8'), /Princeton University/)
  assert.match(wordnet.source, /WordNet/)
  assert.ok(readFileSync(`${folder}/wordnet.json`).length < 250_000)
})

test('common words are common', () => {
  const shares = ['the', 'say', 'government', 'soybean', 'qwertz'].map(word => commonness(conceptNamed(word)))
  assert.deepEqual(
    [...shares].sort((a, b) => b - a),
    shares,
  )
  assert.equal(shares[0], 0.9)
  assert.equal(shares[4], 0)
})

test('function words are known by their number', () => {
  const { words } = tokenize('the tariff of July')
  assert.deepEqual(
    [...words].slice(0, 4).map(id => isFunctionWord(id)),
    [true, false, true, false],
  )
})
