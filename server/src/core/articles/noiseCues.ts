import type { Noise } from './article'

/** A block longer than this is a paragraph, whatever words it begins with. */
const LONGEST_NOISE = 240

const wordList = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}’'-]+/u).filter(word => word !== '')

// a line of buttons has no other words
const buttons = wordList(
  'share tweet email e-mail mail print save pin post copy link url facebook twitter x whatsapp linkedin telegram reddit pinterest instagram ' +
    'messenger flipboard line wechat weibo threads bluesky mastodon bookmark gift listen comment comments share shares more on via to this article story',
)
const services =
  /\b(?:facebook|twitter|instagram|whats ?app|telegram|linkedin|youtube|tik ?tok|threads|bluesky|mastodon|wechat|weibo|google news|flipboard)\b/i
const mailings =
  /\b(?:newsletters?|alerts?|inbox|app|account|briefings?|e-?mails?|notifications|subscribers?|podcasts?|updates|headlines|free trial|emails)\b/i
const agencies =
  /\b(?:AP|AFP|Reuters|EPA|Getty(?: Images)?|Bloomberg|Xinhua|Bernama|ANSA|dpa|Kyodo|Yonhap|TASS|ANI|PTI|UPI|Shutterstock|iStock|Alamy|Unsplash|NurPhoto|Anadolu|Zuma|Imago)\b/

/** Words as names and credits have them: begun with a capital, joined by small connecting words, no figures. */
const isCredit = (text: string): boolean =>
  text.length <= 90 &&
  !/\d{2}/.test(text) &&
  wordsOf(text).every(
    word => /^\p{Lu}/u.test(word) || /^(?:and|by|of|for|via|the|courtesy|de|van|von|file|photo|image|images|credit)$/.test(word),
  )

const LONGEST_BUTTON_LINE = 120

/** Whether a word, in lower case, is that of a button, or how often one was pressed. */
const isButton = (word: string): boolean => buttons.has(word) || /^\d{1,5}$/.test(word)

const FIRST_WORD = /[\p{L}\p{N}’'-]+/u

const isButtonLine = (text: string): boolean => {
  if (text.length > LONGEST_BUTTON_LINE) return false
  const first = FIRST_WORD.exec(text)
  if (first !== null && !isButton(first[0].toLowerCase())) return false
  const words = wordsOf(text.toLowerCase())
  return words.every(isButton) && words.some(word => buttons.has(word))
}

interface Cue {
  readonly noise: Noise
  /** What all such blocks have. */
  readonly pattern: RegExp
  /** Whether a short block that has it is such noise; `text` has no white space around. */
  readonly also: (text: string) => boolean
}

const opens = (noise: Noise, pattern: RegExp, also: (text: string) => boolean = () => true): Cue => ({ noise, pattern, also })

/** A pattern for whatever may have one of several: hardly a paragraph has, and it is asked once. */
const anyOf = (patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'), 'i')

const cues: readonly Cue[] = [
  opens('share', /^share (?:this|on|via)\b/i),
  opens('share', /^(?:please )?(?:follow|find|join|like|connect with) (?:us|our|me|@)/i),
  opens('share', /^(?:please )?(?:follow|join|find) /i, text => services.test(text)),
  opens(
    'boilerplate',
    /^(?:subscribe|sign up|register|download|get|never miss|stay (?:up to date|informed|updated)|receive|want more)\b/i,
    text => mailings.test(text),
  ),
  opens(
    'boilerplate',
    /^(?:already )?(?:a )?(?:subscribe(?:r\??)?|log ?in|sign in|sign up|register)(?: (?:now|here|today|to continue(?: reading)?))?[.!]?$/i,
  ),
  opens('boilerplate', /^(?:advertisement|advertising|sponsored|promoted|ad)$/i),
  opens('boilerplate', /^(?:story|article) continues below\b|^(?:continue|keep) reading\b.{0,40}$|^scroll (?:down )?to continue\b/i),
  opens('boilerplate', /^(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})|all rights reserved)/i),
  opens(
    'boilerplate',
    /^(?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice)|cookie (?:policy|settings|preferences|notice))\b/i,
  ),
  opens(
    'boilerplate',
    /^this (?:material|article|story|content) (?:may not be|was (?:first|originally) published|is protected|first appeared|originally appeared)\b/i,
  ),
  opens('boilerplate', /^(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|labels?|posted in|hashtags?) ?:/i),
  opens(
    'boilerplate',
    /^(?:\d{1,3}[ -]min(?:ute)?s? read|reading time|est(?:imated)? reading time|text size|font size|back to top|skip to (?:main )?content)\b.{0,30}$/i,
  ),
  opens(
    'teaser',
    /^(?:read|see|watch|listen|also read|also see|related|recommended|more|don[’']t miss|must[ -]read|up next|in case you missed it|icymi)(?: (?:more|also|next|full|now|too|stor(?:y|ies)|articles?|news|posts?|coverage|reading|on this|here|it|this|from|video))* ?(?::|»|>>)/i,
  ),
  opens('teaser', /^read more (?:on|at|about|here|from)\b/i),
  opens(
    'teaser',
    /^(?:click|tap) here\b|^(?:learn|find out|explore|show|load|view|see|read) more\.?$|^read (?:the )?full (?:story|article|report)\b.{0,40}$/i,
  ),
  opens(
    'comments',
    /^your e-?mail address will not be\b|^(?:you must be logged|log ?in|sign in) (?:in )?to (?:post|comment|reply|leave)\b|^comments are (?:closed|moderated)\b/i,
  ),
  opens(
    'credit',
    /^\(?(?:photos?|images?|pictures?|pic|video|graphics?|illustration|photographs?|file photo)(?: (?:credits?|by|courtesy(?: of)?|source|via))* ?[:/|]/i,
    isCredit,
  ),
  opens('credit', /[/|©]|photo/i, text => agencies.test(text) && isCredit(text)),
]
const anyCue = anyOf(cues.map(({ pattern }) => pattern))

const listHeadings: readonly RegExp[] = [
  /^Next In\b.{0,50}$/,
  /^(?:others?|people|readers) also (?:read|viewed|like|liked|watch(?:ed)?)$/i,
  /^you (?:may|might) (?:also )?(?:like|be interested in|enjoy|want to read|have missed)\b.{0,30}$/i,
  /^(?:more|latest|top|other|trending|popular|featured|recent|related|recommended|similar|further|just in|must[ -]read) (?:news|stor(?:y|ies)|articles?|posts?|headlines?|reads?|reading|videos?|content|topics|coverage|links?|now|today|for you|on this|from|in this)\b.{0,40}$/i,
  /^most (?:read|popular|viewed|shared|commented|watched)\b.{0,30}$/i,
  /^(?:trending|recommended|popular|related|more like this|in other news|around the web|just in|up next|must reads?|read (?:more|next|also)|also read|see also|what to read next|in case you missed it|icymi)$/i,
  /^editors?[’']?s?[’']? (?:picks?|choice)$/i,
  /^(?:also )?(?:in the news|from (?:our|the) (?:partners|web|network))$/i,
  /^sponsored (?:content|links|stories)$|^elsewhere on .{2,40}$/i,
]
const anyListHeading = anyOf(listHeadings)

const commentHeading =
  /^(?:(?:view |show |see |load )?(?:all )?(?:\d{1,6} )?comments?(?: ?\(\d{1,6}\))?|(?:post|leave|add|write) (?:a |your )?(?:comment|reply)|no comments(?: yet)?|join the (?:conversation|discussion)|be the first to comment.{0,30}|what do you think\?)$/i

const withoutEnd = (text: string): string => text.replace(/[\s:»>…*#-]{1,5}$/, '')

/** The kind of noise that a block is for its words alone: short, and filled by them. Null for any other block. */
export function cueIn(text: string): Noise | null {
  if (text.length > LONGEST_NOISE) return null
  if (isButtonLine(text)) return 'share'
  if (!anyCue.test(text)) return null
  return cues.find(({ pattern, also }) => pattern.test(text) && also(text))?.noise ?? null
}

/** Whether a block heads a list of other stories. */
export function headsOtherStories(text: string): boolean {
  if (text.length > 80) return false
  const heading = withoutEnd(text)
  return anyListHeading.test(heading) && listHeadings.some(pattern => pattern.test(heading))
}

/** Whether a block heads readers' comments. */
export const headsComments = (text: string): boolean => text.length <= 60 && commentHeading.test(withoutEnd(text))

/** A topic as tag lines have it: two words, or a name, without figures. */
function isTag(text: string): boolean {
  const words = wordsOf(text)
  const isName = words.length <= 5 && words.every(word => /^\p{Lu}/u.test(word))
  return (words.length <= 2 || isName) && !/[\d:]|^\s*(?:and|or|but)\b/i.test(text)
}

/** "Norway , Fisheries , Weather": three topics or more and nothing else. */
export function isTagLine(text: string): boolean {
  if (text.length > LONGEST_NOISE || /[.!?…]["”’')\]]?$/.test(text.slice(-3))) return false
  const tags = text.split(/[,|•·#]/).filter(tag => tag.trim() !== '')
  return tags.length >= (text.includes('#') ? 2 : 3) && tags.every(isTag)
}
