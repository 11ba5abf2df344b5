import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isNameBeginning, isNameWord, opensAtLetters } from '../../client/src/nameBeginning'

test('names are looked for at the second letter of a capitalised word', () => {
  const beginnings = ['Be', 'said Be', '“Be', '(Be', '**Be', '_Be', 'Treasury Secretary Sc', 'al-Si', 'US', 'Él', 'Šč']
  for (const line of beginnings) assert.equal(isNameBeginning(line), true, line)
  const others = [
    '',
    'B',
    'be',
    'bE',
    'Bes',
    'said',
    'iBe',
    '5Be',
    'B.',
    'Be ',
    '[@Be',
    '#Be',
    'https://example.org/Be',
    'path\\Be',
    '?q=Be',
    'a.Be',
    '12',
  ]
  for (const line of others) assert.equal(isNameBeginning(line), false, line)
})

test('a list may still open while the caret is in the word that began', () => {
  for (const text of ['Be', 'Bessent', 'WTO', 'Élysée']) assert.equal(isNameWord(text), true, text)
  for (const text of ['B', '', 'Be ', 'Bessent.', 'besse', 'Be-', 'O’Neill']) assert.equal(isNameWord(text), false, text)
})

test('where VS Code opens its own list at letters, ours stays away', () => {
  const rows: [quickSuggestions: unknown, opens: boolean][] = [
    [{ comments: 'off', strings: 'off', other: 'off' }, false],
    [{ comments: 'on', strings: 'on', other: 'off' }, false],
    [{ other: false }, false],
    [false, false],
    ['off', false],
    [{ comments: 'off', strings: 'off', other: 'on' }, true],
    [{ other: true }, true],
    [{ other: 'inline' }, true],
    [{ other: 'offWhenInlineCompletions' }, true],
    [true, true],
    ['on', true],
    [undefined, true],
    [null, true],
    [{}, true],
  ]
  for (const [quickSuggestions, opens] of rows) assert.equal(opensAtLetters(quickSuggestions), opens, JSON.stringify(quickSuggestions))
})
