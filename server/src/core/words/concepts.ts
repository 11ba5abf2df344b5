/** What words mean, so that texts in different words can be compared: the front of this folder. */
export { commonness } from './commonness'
export { conceptNamed, conceptOf, conceptSet, conceptsOf } from './equivalence'
export { stem, stemHash } from './stem'
export { isFunctionWord } from './stopwords'
export { areAntonyms, areSynonyms, related, relatedConcepts } from './synonyms'
