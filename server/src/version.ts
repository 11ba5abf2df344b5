declare const GROUNDCHECK_VERSION: string | undefined

/** The version of this build, put in by the bundler. */
export const version = typeof GROUNDCHECK_VERSION === 'string' ? GROUNDCHECK_VERSION : 'development'
