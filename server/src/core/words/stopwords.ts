import { wordSet } from '../text/vocabulary'

/**
 * Words that say nothing of what a sentence is about: articles, pronouns, prepositions, auxiliaries, conjunctions, verbs of saying, and
 * what tokenising leaves of contractions.
 */
export const functionWords = `
a an the this that these those such same other another each every either neither both all any some no none few many much more most
less least enough several own
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself
they them their theirs themselves one ones who whom whose which what whatever whoever that there here
about above across after against along alongside amid among amongst around as at before behind below beneath beside besides between
beyond by despite down during except for from in inside into like near of off on onto out outside over past per regarding since
than through throughout till to toward towards under underneath until unto up upon versus via with within without
am is are was were be been being have has had having do does did doing done will would shall should can could may might must ought
need dare used
and or but nor so yet if unless because while whereas although though whether when where why how once then thus hence therefore
however moreover furthermore meanwhile instead otherwise
not never only just also too very quite rather even still already again ever always often sometimes now almost nearly well
s t d ll m re ve don doesn didn wouldn couldn shouldn isn aren wasn weren hasn haven hadn ain
say says said saying tell told according
`

/** Whether a word, by its number in the vocabulary, is one of {@link functionWords}. */
export const isFunctionWord = wordSet(functionWords)
