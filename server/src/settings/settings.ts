import type { Sensitivity } from '../core/service'

/** How prominently a diagnostic is shown. */
export type Level = 'error' | 'warning' | 'information' | 'hint' | 'ignore'

/** What a draft can be flagged for. */
export type Finding = 'contradicted' | 'disputed' | 'unverified' | 'misspelledName' | 'contradictedRole'

/** When drafts are checked. */
export type CheckingMoment = 'onType' | 'onSave' | 'off'

/** All settings of one workspace folder, validated. */
export interface Settings {
  /** Globs of the source articles. */
  readonly sources: readonly string[]
  /** Size limit for an article, in megabytes (10^6 bytes). */
  readonly maxFileSize: number
  readonly sensitivity: Sensitivity
  /** Sets of names that mean the same. */
  readonly aliases: readonly (readonly string[])[]
  readonly severity: Readonly<Record<Finding, Level>>
  readonly checking: { readonly run: CheckingMoment }
}

/** A layer of settings as written, not validated: an object, nested as in `groundcheck.json`; undefined if nothing is set. */
export interface SettingsLayer {
  /** Where it was written, for messages: "groundcheck.json", "the editor's settings". */
  readonly origin: string
  readonly values: unknown
}

/** Settings, and what is wrong with those that were written, in words for the writer. */
export interface SettingsRead {
  readonly settings: Settings
  readonly problems: readonly string[]
}

interface Rule<T> {
  readonly fallback: T
  readonly expected: string
  /** The value if it is valid, undefined otherwise. */
  read(value: unknown): T | undefined
}

const oneOf = <const T extends string>(fallback: T, ...others: T[]): Rule<T> => {
  const allowed: readonly string[] = [fallback, ...others]
  return {
    fallback,
    expected: `one of ${allowed.join(', ')}`,
    read: value => (typeof value === 'string' && allowed.includes(value) ? (value as T) : undefined),
  }
}

const level = (fallback: Level): Rule<Level> => ({ ...oneOf<Level>('error', 'warning', 'information', 'hint', 'ignore'), fallback })

const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const isAliasSet = (value: unknown): value is string[] => Array.isArray(value) && value.length > 1 && value.every(isFilled)

const rules = {
  sources: {
    fallback: ['seeds/**', 'sources/**'],
    expected: 'a list of file patterns',
    read: value => (Array.isArray(value) && value.every(isFilled) ? value.map(pattern => pattern.trim()) : undefined),
  } satisfies Rule<string[]> as Rule<readonly string[]>,
  maxFileSize: {
    fallback: 5,
    expected: 'a number of megabytes above 0',
    read: value => (typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : undefined),
  } satisfies Rule<number> as Rule<number>,
  sensitivity: oneOf<Sensitivity>('balanced', 'strict', 'sensitive'),
  aliases: {
    fallback: [],
    expected: 'a list of lists of two or more names',
    read: value => (Array.isArray(value) && value.every(isAliasSet) ? value.map(set => set.map(name => name.trim())) : undefined),
  } satisfies Rule<string[][]> as Rule<readonly (readonly string[])[]>,
  'severity.contradicted': level('warning'),
  'severity.disputed': level('information'),
  'severity.unverified': level('ignore'),
  'severity.misspelledName': level('information'),
  'severity.contradictedRole': level('information'),
  'checking.run': oneOf<CheckingMoment>('onType', 'onSave', 'off'),
}

type Name = keyof typeof rules
type ValueOf<N extends Name> = (typeof rules)[N] extends Rule<infer T> ? T : never

/** The names of all settings, with dots, without the `groundcheck.` in front. */
export const settingNames = Object.keys(rules) as readonly Name[]

/** The value of a setting for which nothing valid is written. */
export const defaultOf = <N extends Name>(name: N): ValueOf<N> => rules[name].fallback as ValueOf<N>

/** Whether a value is an object with names, as JSON writes it. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value under a dotted name, in nested objects or under the dotted name itself. */
function lookUp(values: unknown, name: string): unknown {
  if (!isObject(values)) return undefined
  if (name in values) return values[name]
  const dot = name.indexOf('.')
  return dot < 0 ? undefined : lookUp(values[name.slice(0, dot)], name.slice(dot + 1))
}

/** How much of a wrong value is shown, in code units. */
const LONGEST_SHOWN = 60

const shortened = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text)

/** The valid value of a setting in a layer, or undefined. An invalid one is reported in `problems`; null counts as not written. */
function readOne<N extends Name>(name: N, layer: SettingsLayer, problems: string[]): ValueOf<N> | undefined {
  const written = lookUp(layer.values, name)
  if (written === undefined || written === null) return undefined
  const rule = rules[name] as Rule<unknown>
  const value = rule.read(written)
  if (value === undefined) {
    const shown = shortened(JSON.stringify(written))
    problems.push(`groundcheck.${name} in ${layer.origin} must be ${rule.expected}, not ${shown}; it is ignored`)
  }
  return value as ValueOf<N> | undefined
}

const isDefaultList = (list: readonly string[]): boolean => JSON.stringify(list) === JSON.stringify(rules.sources.fallback)

/** Joins the lists of all layers. A layer that only repeats the default, as an editor does when nothing is set, adds nothing. */
function mergedSources(lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  const written = lists.filter(list => list !== undefined && !isDefaultList(list)).flatMap(list => list ?? [])
  return written.length > 0 ? [...new Set(written)] : rules.sources.fallback
}

/**
 * Merges layers of settings: the first layer that sets a value wins, lists are joined, and what no layer sets has its default.
 * @param layers strongest first: `groundcheck.json` before the editor's own
 */
export function readSettings(layers: readonly SettingsLayer[]): SettingsRead {
  const problems: string[] = []
  const strongest = <N extends Name>(name: N): ValueOf<N> => {
    const values = layers.map(layer => readOne(name, layer, problems))
    return values.find(value => value !== undefined) ?? defaultOf(name)
  }
  const settings: Settings = {
    sources: mergedSources(layers.map(layer => readOne('sources', layer, problems))),
    maxFileSize: strongest('maxFileSize'),
    sensitivity: strongest('sensitivity'),
    aliases: layers.flatMap(layer => readOne('aliases', layer, problems) ?? []),
    severity: {
      contradicted: strongest('severity.contradicted'),
      disputed: strongest('severity.disputed'),
      unverified: strongest('severity.unverified'),
      misspelledName: strongest('severity.misspelledName'),
      contradictedRole: strongest('severity.contradictedRole'),
    },
    checking: { run: strongest('checking.run') },
  }
  return { settings, problems }
}

/** The settings when nothing is written anywhere. */
export const defaultSettings: Settings = readSettings([]).settings

/** Dotted names of all values in nested objects. */
function namesIn(values: Record<string, unknown>, prefix = ''): string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    isObject(value) && !(`${prefix}${key}` in rules) ? namesIn(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

/** The name of the settings file at the root of a workspace folder. */
export const settingsFileName = 'groundcheck.json'

/** What a settings file says, and what is wrong with it, in words for the writer. */
export interface SettingsFileRead {
  readonly layer: SettingsLayer
  readonly problems: readonly string[]
}

/**
 * Reads the text of a `groundcheck.json`.
 * @param shownName what it is called in messages
 * @returns the layer, and what is wrong with the file as a whole: it is not JSON, or sets names that are not settings
 */
export function readSettingsFile(text: string, shownName = settingsFileName): SettingsFileRead {
  const layer = (values: unknown): SettingsLayer => ({ origin: shownName, values })
  try {
    const values: unknown = JSON.parse(text)
    if (!isObject(values)) return { layer: layer(undefined), problems: [`${shownName} must hold a JSON object; it is ignored`] }
    const unknown = namesIn(values).filter(name => name !== '$schema' && !(name in rules))
    return { layer: layer(values), problems: unknown.map(name => `${shownName} sets ${name}, which is not a Groundcheck setting`) }
  } catch (error) {
    return { layer: layer(undefined), problems: [`${shownName} is not valid JSON (${(error as Error).message}); it is ignored`] }
  }
}
