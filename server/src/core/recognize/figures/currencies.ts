import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet, wordTable } from '../../text/vocabulary'
import { afterHyphen, isGlued, isOneOf, isSymbol, isWord, lengthAt, Sign, wordAt } from '../scan'

/**
 * Currencies are named by their ISO 4217 codes. What a sign or word leaves open keeps its own name: "$" may be any dollar,
 * "franc" any franc. A hundredth is named by its word ("cent", "penny").
 */
const signs = new Map<number, string>(
  Object.entries({
    $: '$',
    '£': 'GBP',
    '€': 'EUR',
    '¥': '¥',
    '￥': '¥',
    元: 'CNY',
    '₹': 'INR',
    '₨': 'rupee',
    '₩': 'won',
    '₽': 'RUB',
    '₺': 'TRY',
    '₪': 'ILS',
    '₫': 'VND',
    '₱': 'PHP',
    '₦': 'NGN',
    '฿': 'THB',
    '₴': 'UAH',
    '₸': 'KZT',
    '₡': 'CRC',
    '₭': 'LAK',
    '₮': 'MNT',
    '₲': 'PYG',
    '₵': 'GHS',
    '₾': 'GEL',
    '₼': 'AZN',
    '₿': 'BTC',
    '¢': 'cent',
  }).map(([sign, currency]) => [sign.charCodeAt(0), currency]),
)

/** Letters before a dollar sign that say whose dollar it is. */
const dollars = wordTable<string>({
  'us usd': 'USD',
  'a au aud': 'AUD',
  'c ca cad can': 'CAD',
  'nz nzd': 'NZD',
  'hk hkd': 'HKD',
  's sg sgd': 'SGD',
  'nt twd': 'TWD',
  r: 'BRL',
  'mex mx mxn': 'MXN',
  j: 'JMD',
  tt: 'TTD',
  fj: 'FJD',
})

/** ISO codes and the abbreviations that newspapers put before an amount. */
const codes = wordTable<string>({
  usd: 'USD',
  eur: 'EUR',
  'gbp gb': 'GBP',
  jpy: 'JPY',
  'cny rmb cnh': 'CNY',
  inr: 'INR',
  aud: 'AUD',
  cad: 'CAD',
  nzd: 'NZD',
  hkd: 'HKD',
  sgd: 'SGD',
  twd: 'TWD',
  chf: 'CHF',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  kr: 'krona',
  rub: 'RUB',
  try: 'TRY',
  ils: 'ILS',
  nis: 'ILS',
  krw: 'KRW',
  'myr rm': 'MYR',
  'idr rp': 'IDR',
  thb: 'THB',
  php: 'PHP',
  vnd: 'VND',
  mxn: 'MXN',
  brl: 'BRL',
  ars: 'ARS',
  clp: 'CLP',
  cop: 'COP',
  pen: 'PEN',
  'zar r': 'ZAR',
  ngn: 'NGN',
  'kes ksh': 'KES',
  'ugx ush': 'UGX',
  ghs: 'GHS',
  egp: 'EGP',
  sar: 'SAR',
  aed: 'AED',
  qar: 'QAR',
  kwd: 'KWD',
  pkr: 'PKR',
  bdt: 'BDT',
  lkr: 'LKR',
  rs: 'rupee',
  pln: 'PLN',
  czk: 'CZK',
  huf: 'HUF',
  ron: 'RON',
  uah: 'UAH',
  bgn: 'BGN',
  'btc xbt': 'BTC',
  eth: 'ETH',
  xrp: 'XRP',
})

const names = wordTable<string>({
  'dollar dollars bucks': '$',
  'euro euros': 'EUR',
  'pound pounds quid': 'GBP',
  'pence penny pennies': 'penny',
  'cent cents': 'cent',
  yen: 'JPY',
  'yuan renminbi rmb 元': 'CNY',
  'rupee rupees': 'rupee',
  'rouble roubles ruble rubles': 'RUB',
  won: 'won',
  ringgit: 'MYR',
  baht: 'THB',
  'peso pesos': 'peso',
  'real reais': 'BRL',
  'franc francs': 'franc',
  'krona kronor krone kroner kronas crowns crown': 'krona',
  'zloty zlotys': 'PLN',
  'forint forints': 'HUF',
  lira: 'lira',
  'lire liras': 'lira',
  'shekel shekels': 'ILS',
  rand: 'ZAR',
  'dirham dirhams': 'dirham',
  'riyal riyals rial rials': 'riyal',
  'dinar dinars': 'dinar',
  naira: 'NGN',
  'shilling shillings': 'shilling',
  'cedi cedis': 'GHS',
  'hryvnia hryvnias hryvnas': 'UAH',
  rupiah: 'IDR',
  dong: 'VND',
  'guilder guilders': 'guilder',
  'markka marks deutschmarks': 'mark',
  'peseta pesetas': 'peseta',
  'drachma drachmas': 'drachma',
  taka: 'BDT',
  'kyat kyats': 'MMK',
  lari: 'GEL',
  tenge: 'KZT',
  birr: 'ETB',
  'bitcoin bitcoins': 'BTC',
  'satoshi satoshis': 'satoshi',
  sterling: 'GBP',
})

/** Whose dollars, francs or pounds: "Australian dollars", "Swiss francs". Nation, then the currency by its word. */
const nations: Record<string, Record<string, string>> = {
  'us american': { $: 'USD' },
  'australian aussie': { $: 'AUD' },
  canadian: { $: 'CAD', cent: 'cent' },
  'singapore singaporean': { $: 'SGD' },
  'taiwan taiwanese': { $: 'TWD' },
  jamaican: { $: 'JMD' },
  'british english': { GBP: 'GBP' },
  egyptian: { GBP: 'EGP' },
  lebanese: { GBP: 'LBP' },
  syrian: { GBP: 'SYP' },
  irish: { GBP: 'IEP' },
  cypriot: { GBP: 'CYP' },
  swiss: { franc: 'CHF' },
  french: { franc: 'FRF' },
  belgian: { franc: 'BEF' },
  indian: { rupee: 'INR' },
  pakistani: { rupee: 'PKR' },
  mexican: { peso: 'MXN' },
  'argentine argentinian': { peso: 'ARS' },
  chilean: { peso: 'CLP' },
  colombian: { peso: 'COP' },
  philippine: { peso: 'PHP' },
  cuban: { peso: 'CUP' },
  swedish: { krona: 'SEK' },
  norwegian: { krona: 'NOK' },
  danish: { krona: 'DKK' },
  czech: { krona: 'CZK' },
  icelandic: { krona: 'ISK' },
  turkish: { lira: 'TRY' },
  italian: { lira: 'ITL' },
  korean: { won: 'KRW' },
  japanese: { JPY: 'JPY' },
  chinese: { CNY: 'CNY' },
  russian: { RUB: 'RUB' },
  kenyan: { shilling: 'KES' },
  ugandan: { shilling: 'UGX' },
  saudi: { riyal: 'SAR' },
  qatari: { riyal: 'QAR' },
  iranian: { riyal: 'IRR' },
  'uae emirati': { dirham: 'AED' },
  moroccan: { dirham: 'MAD' },
  kuwaiti: { dinar: 'KWD' },
  iraqi: { dinar: 'IQD' },
  jordanian: { dinar: 'JOD' },
  serbian: { dinar: 'RSD' },
  finnish: { mark: 'FIM' },
  german: { mark: 'DEM' },
  'dutch netherlands': { guilder: 'NLG' },
  spanish: { peseta: 'ESP' },
  greek: { drachma: 'GRD' },
  brazilian: { BRL: 'BRL' },
  malaysian: { MYR: 'MYR' },
  thai: { THB: 'THB' },
  polish: { PLN: 'PLN' },
  israeli: { ILS: 'ILS' },
  african: { ZAR: 'ZAR' },
}
const nationCurrencies = wordTable(nations)

/** First words of two-word nations: "Hong Kong dollars", "New Zealand dollars", "South Korean won". */
const pairs = wordTable<{ readonly second: (id: number) => boolean; readonly currency: string }>({
  hong: { second: wordSet('kong'), currency: 'HKD' },
  new: { second: wordSet('zealand'), currency: 'NZD' },
  united: { second: wordSet('states'), currency: 'USD' },
})
const isSouth = wordSet('south')

/** Currencies of one family: the bare word or sign may stand for any of its members. Hundredths belong to their main unit. */
const families: Record<string, readonly string[]> = {
  $: ['USD', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'TWD', 'BRL', 'MXN', 'JMD', 'TTD', 'FJD', 'ARS', 'CLP', 'COP'],
  '¥': ['JPY', 'CNY'],
  rupee: ['INR', 'PKR', 'LKR'],
  won: ['KRW', 'KPW'],
  peso: ['MXN', 'ARS', 'CLP', 'COP', 'PHP', 'CUP', '$'],
  franc: ['CHF', 'FRF', 'BEF'],
  krona: ['SEK', 'NOK', 'DKK', 'CZK', 'ISK'],
  lira: ['TRY', 'ITL'],
  shilling: ['KES', 'UGX'],
  riyal: ['SAR', 'QAR', 'IRR'],
  dirham: ['AED', 'MAD'],
  dinar: ['KWD', 'IQD', 'JOD', 'RSD'],
  mark: ['DEM', 'FIM'],
  guilder: ['NLG'],
  peseta: ['ESP'],
  drachma: ['GRD'],
  cent: ['$', 'EUR', 'USD', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'ZAR'],
  penny: ['GBP', '$', 'USD'],
  satoshi: ['BTC'],
}
const minor: Record<string, number> = { cent: 0.01, penny: 0.01, satoshi: 1e-8 }

/** How much of its main unit a currency's name stands for: 0.01 for cents, 1 for currencies. */
export const currencyFactor = (currency: string): number => minor[currency] ?? 1

/** Whether two names may mean the same money: the same currency, or a family and its member. Rates of exchange are not known. */
export const sameCurrency = (a: string, b: string): boolean =>
  a === b || families[a]?.includes(b) === true || families[b]?.includes(a) === true

/** A currency as read from a text: tokens `first` up to `next`. */
export interface CurrencyReading {
  readonly currency: string
  readonly first: number
  readonly next: number
}

const signAt = (tokens: Tokens, at: number): string | undefined =>
  tokens.kinds[at] === TokenKind.symbol ? signs.get(tokens.words[at]) : undefined

/** Codes that are words when written small. */
const isAlsoWord = wordSet('try pen cop ron php rp rm rs r gb')

/** Whether a token is written as a code: in capitals, or small where it can be nothing else ("usd"). */
const isCode = (tokens: Tokens, at: number): boolean =>
  tokens.cases[at] === LetterCase.upper ||
  (tokens.cases[at] === LetterCase.lower ? !isAlsoWord(tokens.words[at]) : lengthAt(tokens, at) < 3)

/** Letters that belong to a dollar sign even when a space or small writing sets them off, as in tokenised text: "us $ 5". */
const isDollarLetters = wordSet('us usd aud cad nzd hk nz nt c')

/** The letters before a dollar sign at `sign`: "US" of "US$", also "u.s. $" and "c $" of tokenised text. */
function dollarBefore(tokens: Tokens, sign: number, floor: number): CurrencyReading | null {
  const at = isSymbol(tokens, sign - 1, Sign.point) ? sign - 2 : sign - 1
  if (at < floor || !isWord(tokens, at)) return null
  // "U.S. $", "u.s $"
  if (at - 2 >= floor && isSymbol(tokens, at - 1, Sign.point) && isUnion(wordAt(tokens, at - 2)) && isStates(tokens.words[at]))
    return { currency: 'USD', first: at - 2, next: 0 }
  const currency = dollars(tokens.words[at])
  if (currency === undefined || at !== sign - 1) return null
  const apart = tokens.gaps[sign] !== Gap.none
  if (apart && !isDollarLetters(tokens.words[at])) return null
  // "told us $5": small letters belong to the sign only where every token stands apart
  if (apart && tokens.cases[at] === LetterCase.lower && tokens.gaps[sign + 1] === Gap.none) return null
  return { currency, first: at, next: 0 }
}
const isUnion = wordSet('u')
const isStates = wordSet('s')

/**
 * Reads the currency before a number: "$", "US$", "€", "RM", "USD ", "Rs. ".
 * @param number the number's first token
 * @param floor the first token that may be used
 */
export function currencyBefore(tokens: Tokens, number: number, floor: number): CurrencyReading | null {
  const at = number - 1
  if (at < floor || tokens.gaps[number] === Gap.newline) return null
  const sign = signAt(tokens, at)
  if (sign !== undefined) {
    if (sign === 'cent') return null
    const whose = sign === '$' ? dollarBefore(tokens, at, floor) : codeBefore(tokens, at - 1, floor)
    return whose && sameCurrency(whose.currency, sign) ? { ...whose, next: number } : { currency: sign, first: at, next: number }
  }
  const dotted = isSymbol(tokens, at, Sign.point) && isGlued(tokens, at) ? at - 1 : at
  const code = codeBefore(tokens, dotted, floor)
  if (code === null || (dotted !== at && code.currency !== 'rupee')) return null
  return { ...code, next: number }
}

const isCop = wordSet('cop')
const isScale = wordSet('million billion trillion m mn bn tn k')

/** "COP30", a conference of the parties: it is numbered, and a number of pesos is longer or has a scale. */
const isConference = (tokens: Tokens, at: number): boolean =>
  isOneOf(tokens, at, isCop) && isGlued(tokens, at + 1) && lengthAt(tokens, at + 1) < 3 && !isOneOf(tokens, at + 2, isScale)

/** A code that stands before a sign or number. A single "R" must be written together with the digits. */
function codeBefore(tokens: Tokens, at: number, floor: number): CurrencyReading | null {
  if (at < floor || !isWord(tokens, at) || (isGlued(tokens, at) && !isSymbol(tokens, at - 1, Sign.openParen))) return null
  const currency = codes(tokens.words[at])
  if (currency === undefined || !isCode(tokens, at)) return null
  if (isConference(tokens, at)) return null
  const isLetter = lengthAt(tokens, at) === 1
  if (isLetter && !(tokens.kinds[at + 1] === TokenKind.digits && isGlued(tokens, at + 1))) return null
  return { currency, first: at, next: at + 1 }
}

/** Whether the word at `at` is the code or letters of a currency that digits may be written on to: "RM50", "USD115". */
export const isCurrencyPrefix = (tokens: Tokens, at: number): boolean => codeBefore(tokens, at, 0) !== null

/**
 * Reads the currency after a number: "dollars", "Swiss francs", "€", "USD", "p".
 * @param at the token after the number and its scale; a hyphen may join them
 */
export function currencyAfter(tokens: Tokens, at: number): CurrencyReading | null {
  if (at >= tokens.count || tokens.gaps[at] === Gap.newline) return null
  const sign = signAt(tokens, at)
  // in "3 $5 notes" the sign belongs to what follows
  if (sign !== undefined)
    return tokens.kinds[at + 1] === TokenKind.digits && !isGlued(tokens, at) ? null : { currency: sign, first: at, next: at + 1 }
  const place = afterHyphen(tokens, at)
  const word = wordAt(tokens, place)
  if (word === 0) return null
  const name = names(word)
  if (name !== undefined) return withSterling(tokens, { currency: name, first: place, next: place + 1 })
  const code = codes(word)
  if (code === undefined || !isCode(tokens, place) || lengthAt(tokens, place) !== 3) return nationalCurrency(tokens, place)
  const belongsBehind = tokens.kinds[place + 1] === TokenKind.digits && isGlued(tokens, place + 1)
  return belongsBehind ? null : { currency: code, first: place, next: place + 1 }
}

const isSterling = wordSet('sterling')

function withSterling(tokens: Tokens, currency: CurrencyReading): CurrencyReading {
  return currency.currency === 'GBP' && isOneOf(tokens, currency.next, isSterling) ? { ...currency, next: currency.next + 1 } : currency
}

function nationalCurrency(tokens: Tokens, at: number): CurrencyReading | null {
  const pair = pairs(tokens.words[at])
  if (pair && isOneOf(tokens, at + 1, pair.second) && names(wordAt(tokens, at + 2)) === '$')
    return { currency: pair.currency, first: at, next: at + 3 }
  const nation = isSouth(tokens.words[at]) ? at + 1 : at
  const owned = nationCurrencies(wordAt(tokens, nation))
  const name = names(wordAt(tokens, nation + 1))
  if (owned === undefined || name === undefined || (owned[name] === undefined && name !== 'cent')) return null
  return { currency: owned[name] ?? name, first: at, next: nation + 2 }
}
