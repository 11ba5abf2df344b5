const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is no longer there',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symbolic link that leads to itself',
}

/** Why a file could not be read, in words for the writer; `error` is what the file system threw. */
export function reasonOf(error: unknown): string {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException
  return reasons[code] ?? `it could not be read: ${message}`
}
